-- Each part of the view is one table: the server then finds an item by its key. With a join in it, a part was read whole for every
-- item that was asked for.
create or replace view reconciliation.item as
select 1::smallint as role_id, item_id, order_id as reference,
       case when outcome = 'CANCELLED' then 0 else total end as amount, currency
from marketplace.food_order
union all
select 2::smallint, item_id, payment_id, amount, currency from marketplace.payment
union all
select 3::smallint, item_id, payment_id, amount, currency from marketplace.payment
union all
select 4::smallint, item_id,
       (select s.path from ingest.source s where s.source_id = l.source_id)
           || '#' || position || case when part > 0 then '.' || part else '' end, amount, currency
from psp.line l
union all
select 5::smallint, item_id, (select s.path from ingest.source s where s.source_id = p.source_id) || '#' || position, amount, currency
from psp.payout p
union all
select 6::smallint, item_id,
       (select s.path from ingest.source s where s.source_id = e.source_id)
           || '#' || position || case when part > 0 then '.' || part else '' end, amount, currency
from bank.entry e
union all
select 12::smallint, item_id,
       (select s.path from ingest.source s where s.source_id = e.source_id)
           || '#' || position || case when part > 0 then '.' || part else '' end, amount, currency
from bank.entry e
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
select 13::smallint, item_id, (select s.path from ingest.source s where s.source_id = r.source_id) || '#' || position, amount, currency
from bank.payout_return r;
