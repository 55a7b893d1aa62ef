-- The card scheme that a line says, such as visa or mc; empty where its file says none.
alter table psp.line add column scheme text collate "C";

create schema chargeback;

-- Calendar days from a chargeback to the last day on which it can be contested; replaced by what is configured.
create table chargeback.deadline (
    scheme text     not null primary key collate "C",
    days   smallint not null check (days between 1 and 365)
);

-- What becomes of a payment that a customer's bank took back. What the night said is taken back with the night.
create table chargeback.dispute (
    case_id         uuid        not null primary key references casework.work_case on delete cascade,
    psp             text        not null,
    psp_reference   text collate "C",
    scheme          text        not null collate "C",
    amount          numeric     not null check (amount > 0),
    currency        text        not null collate "C",
    charged_back_on date        not null,
    respond_by      date        not null check (respond_by > charged_back_on),
    state           text        not null check (state in ('OPEN', 'CONTESTED', 'WON', 'LOST', 'ACCEPTED', 'EXPIRED')),
    state_before    text        not null check (state_before in ('OPEN', 'CONTESTED', 'EXPIRED')),
    -- the night that said so; none where a person did
    state_on        date,
    contested_at    timestamptz,
    contested_by    text references identity.app_user,
    -- the line that gave the money back; each gives back one chargeback
    reversal_item   bigint unique,
    constraint contested_by_somebody check ((contested_at is null) = (contested_by is null)),
    constraint contested_states check (state not in ('CONTESTED', 'LOST') or contested_at is not null),
    constraint won_by_a_reversal check ((state = 'WON') = (reversal_item is not null)),
    constraint said_by_a_night check (state in ('OPEN', 'CONTESTED') or state_on is not null)
);
create index dispute_undecided on chargeback.dispute (respond_by) where state in ('OPEN', 'CONTESTED', 'EXPIRED');
create index dispute_state_on on chargeback.dispute (state_on);

alter table casework.entry drop constraint entry_kind_check;
alter table casework.entry add constraint entry_kind_check
    check (kind in ('OPENED', 'DECIDED', 'ESCALATED', 'CLOSED', 'REOPENED', 'ASSIGNED', 'RELEASED', 'HANDED_OVER', 'COMMENTED',
                    'ATTACHED', 'PROPOSED', 'APPROVED', 'REFUSED', 'AMOUNT_CHANGED', 'MATCHED_LATER', 'CONTESTED', 'EXPIRED', 'WON'));

-- A moment as evidence writes it, whatever zone the session is in.
create function chargeback.moment(at timestamptz) returns text
    language sql stable as
$$
    select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
$$;

-- What the feeds tell of the payment of a dispute: one row a fact, by part and name.
create view chargeback.evidence as
with paid as (
    select d.case_id, p.payment_id, p.order_id, p.method, p.amount, p.currency, p.captured_at, p.psp, p.psp_reference
    from chargeback.dispute d
    join marketplace.payment p on p.psp = d.psp and p.psp_reference = d.psp_reference
), fact as (
    select case_id, 1 as position, 'payment' as part, payment_id as key,
           jsonb_build_object('paymentId', payment_id, 'orderId', order_id, 'method', method, 'amount', amount::text, 'currency', currency,
                              'capturedAt', chargeback.moment(captured_at), 'psp', psp, 'pspReference', psp_reference) as facts
    from paid
    union all
    select p.case_id, 2, 'order', o.order_id,
           jsonb_build_object('orderId', o.order_id, 'customerId', o.customer_id, 'restaurantId', o.restaurant_id, 'market', o.market,
                              'city', o.city, 'currency', o.currency, 'itemsTotal', o.items_total::text,
                              'deliveryFee', o.delivery_fee::text, 'serviceFee', o.service_fee::text, 'tip', o.tip::text,
                              'discount', o.discount::text, 'total', o.total::text, 'outcome', o.outcome,
                              'placedAt', chargeback.moment(o.placed_at), 'outcomeAt', chargeback.moment(o.outcome_at))
    from paid p join marketplace.food_order o on o.order_id = p.order_id
    union all
    select p.case_id, 3, 'delivery', d.delivery_id,
           jsonb_build_object('deliveryId', d.delivery_id, 'courierId', d.courier_id, 'proof', d.proof,
                              'pickedUpAt', chargeback.moment(d.picked_up_at), 'deliveredAt', chargeback.moment(d.delivered_at),
                              'distanceMeters', d.distance_meters::text)
    from paid p join marketplace.delivery d on d.order_id = p.order_id
    union all
    select p.case_id, 4, 'accrual', a.accrual_id,
           jsonb_build_object('accrualId', a.accrual_id, 'restaurantId', a.restaurant_id, 'base', a.base::text, 'net', a.net::text,
                              'currency', a.currency, 'accruedAt', chargeback.moment(a.accrued_at))
    from paid p join marketplace.restaurant_accrual a on a.order_id = p.order_id
    union all
    select p.case_id, 5, 'refund', e.business_id,
           jsonb_build_object('refundId', e.business_id, 'askedAt', chargeback.moment(e.occurred_at), 'reason', e.data ->> 'reasonCode',
                              'amount', e.data ->> 'requestedAmount')
    from paid p join marketplace.pending_event e on e.type = 'ordering.refund.requested.v1' and e.data ->> 'orderId' = p.order_id
)
select f.case_id, f.position, f.part, f.key, v.name, v.value
from fact f cross join lateral jsonb_each_text(f.facts) as v (name, value)
where v.value is not null;
