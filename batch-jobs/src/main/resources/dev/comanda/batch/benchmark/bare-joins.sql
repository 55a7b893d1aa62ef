create temp table order_payment as
select food_order.item_id as left_item, payment.item_id as right_item
from marketplace.food_order
join marketplace.payment using (order_id, currency)
where payment.amount = food_order.total;

create temp table payment_settlement as
select payment.item_id as left_item, line.item_id as right_item
from marketplace.payment
join psp.line using (psp, psp_reference, currency, amount)
where line.kind = 'SALE';

create temp table psp_payout as
select payout.item_id as left_item, entry.item_id as right_item
from psp.payout
join bank.entry using (currency, amount)
where entry.booking_date >= payout.business_date;

create temp table restaurant_accrual as
select food_order.item_id as left_item, restaurant_accrual.item_id as right_item
from marketplace.food_order
join marketplace.restaurant_accrual using (order_id);

create temp table courier_accrual as
select delivery.item_id as left_item, courier_earning.item_id as right_item
from marketplace.delivery
join marketplace.courier_earning using (order_id);

create temp table party_payout as
select payout.item_id as left_item, entry.item_id as right_item
from marketplace.payout
join bank.entry on entry.end_to_end_id = payout.bank_reference and entry.currency = payout.currency;
