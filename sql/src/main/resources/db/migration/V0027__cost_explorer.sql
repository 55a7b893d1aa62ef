-- What Cost Explorer was asked and what it answered: each call costs money, and its data changes a few times a day at most.

-- One call over the wire: each page and each repetition is one.
create table cost.explorer_call (
    call_id   bigint      not null primary key generated always as identity,
    -- The day in UTC, to which the budget belongs.
    day       date        not null,
    operation text        not null check (operation <> ''),
    called_at timestamptz not null
);
create index on cost.explorer_call (day);

-- The last answer to a question.
create table cost.explorer_answer (
    question    text        not null primary key check (question <> ''),
    answer      jsonb       not null,
    answered_at timestamptz not null
);
