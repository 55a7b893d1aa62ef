-- The shapes of the temporary tables that a load or a reconciliation works in. They stay empty here: each transaction
-- makes its own copy (create temporary table ... (like work....) on commit drop), so that runs never meet.
create schema work;

create table work.staged_event (
    line     bigint not null,
    identity uuid   not null,
    business uuid   not null,
    content  uuid   not null
);

-- What a load decides on each event: taken, seen before, or in conflict with one that was taken first. Lines that say the
-- same are decided with their first one, the representative.
create table work.verdict (
    line           bigint not null,
    representative bigint not null,
    verdict        text   not null
);

create table work.staged_placement (
    line          bigint      not null,
    content       uuid        not null,
    order_id      text        not null collate "C",
    version       integer     not null,
    placed_at     timestamptz not null,
    market        text        not null,
    city          text        not null,
    customer_id   text        not null,
    restaurant_id text        not null collate "C",
    currency      text        not null collate "C",
    items_total   numeric     not null,
    lines_total   numeric     not null,
    delivery_fee  numeric     not null,
    service_fee   numeric     not null,
    tip           numeric     not null,
    discount      numeric     not null,
    total         numeric     not null
);

create table work.staged_outcome (
    line          bigint      not null,
    content       uuid        not null,
    order_id      text        not null collate "C",
    version       integer     not null,
    outcome       text        not null,
    outcome_at    timestamptz not null,
    business_date date        not null,
    cancelled_by  text,
    cancel_stage  text,
    cancel_reason text
);

-- An item that stands to be matched: one side of one reconciliation. The reference is the key of the matching, the
-- second reference the other way to it; (path, position, part) breaks ties, for an event the path is its id.
create table work.left_item (
    role_id          smallint not null,
    item_id          bigint   not null,
    definition_id    smallint not null,
    kind             text,
    scope            text collate "C",
    reference        text collate "C",
    second_reference text collate "C",
    currency         text collate "C",
    amount           numeric,
    business_date    date     not null,
    due_date         date,
    value_date       date,
    path             text     not null collate "C",
    position         bigint   not null,
    part             integer  not null
);
create table work.right_item (like work.left_item);

-- One to one matches of a rule, before they are written as groups.
create table work.pair (
    group_id      bigint   not null,
    definition_id smallint not null,
    left_role     smallint not null,
    left_item     bigint   not null,
    right_role    smallint not null,
    right_item    bigint   not null,
    currency      text collate "C",
    left_amount   numeric,
    right_amount  numeric
);

-- What one side of a group, or of a break, is made of.
create table work.bundle (
    bundle_id     bigint   not null,
    definition_id smallint not null,
    side          text     not null,
    role_id       smallint not null,
    item_id       bigint   not null
);

-- Breaks as this run finds them, before they are compared with those that are open.
create table work.found_break (
    found_id      bigint   not null,
    definition_id smallint not null,
    type          text     not null,
    currency      text collate "C",
    left_amount   numeric,
    right_amount  numeric,
    about_source  bigint,
    about_record  integer,
    digest        uuid
);

-- How each item stands that no rule matched.
create table work.standing (
    role_id       smallint not null,
    item_id       bigint   not null,
    definition_id smallint not null,
    side          text     not null,
    status        text     not null,
    found_id      bigint
);
