create schema money;
create schema calendar;

-- ISO 4217 minor units: two decimals but for the currencies named here.
create function money.decimals(currency text) returns integer
    immutable strict parallel safe
    language sql
return case
    when currency in ('BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'UGX', 'UYI', 'VND',
                      'VUV', 'XAF', 'XOF', 'XPF') then 0
    when currency in ('BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND') then 3
    when currency in ('CLF', 'UYW') then 4
    else 2 end;

-- PostgreSQL rounds halves away from zero; sums of money are rounded half-even.
create function money.round_half_even(amount numeric, decimals integer) returns numeric
    immutable strict parallel safe
    language sql
return case
    when abs(amount - trunc(amount, decimals)) * 2 = power(10::numeric, -decimals)
        and mod(trunc(abs(amount) * power(10::numeric, decimals)), 2) = 0
        then trunc(amount, decimals)
    else round(amount, decimals) end;

-- A sum of money as it is compared and exported: rounded half-even to the decimals of its currency.
create function money.rounded(amount numeric, currency text) returns numeric
    immutable strict parallel safe
    language sql
return money.round_half_even(amount, money.decimals(currency));

-- One row a day; ordinal counts the business days up to and including the day, so that "n business days after d"
-- is the business day whose ordinal is that of d plus n.
create table calendar.bank_day (
    day         date    not null primary key,
    is_business boolean not null,
    ordinal     integer not null
);
create unique index bank_day_business_ordinal on calendar.bank_day (ordinal) where is_business;
