-- Every item under its role, with the reference, the signed amount and the currency under which it is exported.
create view reconciliation.item as
select 1::smallint as role_id, item_id, order_id as reference,
       case when outcome = 'CANCELLED' then 0 else total end as amount, currency
from marketplace.food_order
union all
select 2::smallint, item_id, payment_id, amount, currency from marketplace.payment
union all
select 3::smallint, item_id, payment_id, amount, currency from marketplace.payment
union all
select 4::smallint, l.item_id,
       s.path || '#' || l.position || case when l.part > 0 then '.' || l.part else '' end, l.amount, l.currency
from psp.line l join ingest.source s on s.source_id = l.source_id
union all
select 5::smallint, p.item_id, s.path || '#' || p.position, p.amount, p.currency
from psp.payout p join ingest.source s on s.source_id = p.source_id
union all
select role.id, e.item_id,
       s.path || '#' || e.position || case when e.part > 0 then '.' || e.part else '' end, e.amount, e.currency
from bank.entry e join ingest.source s on s.source_id = e.source_id
cross join (values (6::smallint), (12::smallint)) as role (id)
union all
select 7::smallint, item_id, order_id, null::numeric, null::text from marketplace.food_order
union all
select 8::smallint, item_id, accrual_id, null::numeric, null::text from marketplace.restaurant_accrual
union all
select 9::smallint, item_id, delivery_id, null::numeric, null::text from marketplace.delivery
union all
select 10::smallint, item_id, earning_id, null::numeric, null::text from marketplace.courier_earning
union all
select 11::smallint, item_id, payout_id, - amount, currency from marketplace.payout
union all
select 13::smallint, r.item_id, s.path || '#' || r.position, r.amount, r.currency
from bank.payout_return r join ingest.source s on s.source_id = r.source_id;
