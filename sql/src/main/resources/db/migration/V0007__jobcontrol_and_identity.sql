create schema jobcontrol;
create schema identity;
create schema audit;

-- One row per business date; the date's night, however often it was started.
create table jobcontrol.night (
    business_date date        not null primary key,
    status        text        not null check (status in ('RUNNING', 'COMPLETED', 'FAILED')),
    incomplete    boolean     not null default false,
    started_at    timestamptz not null,
    ended_at      timestamptz,
    execution_id  bigint,
    failure       text,
    constraint ended_when_not_running check ((status = 'RUNNING') = (ended_at is null))
);
-- Only one night runs at a time, from whatever process: the second insert or update is refused.
create unique index one_night_at_a_time on jobcontrol.night ((true)) where status = 'RUNNING';

-- What the web (or a schedule) asks the worker to do.
create table jobcontrol.job_request (
    request_id    bigint generated always as identity primary key,
    job           text        not null,
    business_date date        not null,
    inbox         text        not null,
    requested_by  text        not null,
    requested_at  timestamptz not null,
    status        text        not null default 'WAITING' check (status in ('WAITING', 'CLAIMED', 'DONE', 'FAILED')),
    claimed_by    text,
    claimed_at    timestamptz,
    ended_at      timestamptz,
    outcome       text
);
create index job_request_waiting on jobcontrol.job_request (request_id) where status = 'WAITING';

-- What must be there for a date, and by when (Sao Paulo time of the following day).
create table jobcontrol.expectation (
    expectation_id smallint generated always as identity primary key,
    name           text    not null unique,
    kind           text    not null check (kind in ('PSP_FILE', 'STATEMENT', 'FEED')),
    subject        text    not null,
    business_days  boolean not null default true,
    expected_by    time    not null,
    active         boolean not null default true
);

-- What a night lacked; the row ends when it came.
create table jobcontrol.shortfall (
    business_date  date        not null,
    expectation_id smallint    not null references jobcontrol.expectation,
    noticed_at     timestamptz not null,
    came_at        timestamptz,
    sentence       text        not null,
    primary key (business_date, expectation_id)
);

create table identity.app_user (
    username      text    not null primary key collate "C",
    display_name  text    not null,
    password_hash text    not null,
    enabled       boolean not null default true
);

create table identity.user_role (
    username text not null references identity.app_user on delete cascade,
    role     text not null check (role in ('VIEWER', 'OPERATOR', 'APPROVER', 'ADMIN')),
    primary key (username, role)
);

-- Insert-only: who did what to which thing, and when.
create table audit.entry (
    entry_id    bigint generated always as identity primary key,
    happened_at timestamptz not null,
    actor       text        not null,
    action      text        not null,
    subject     text        not null,
    detail      text
);
create function audit.refuse_change() returns trigger
    language plpgsql as
$$
begin
    raise exception 'the audit trail is insert-only: write a new entry instead';
end
$$;
create trigger audit_is_insert_only
    before update or delete or truncate
    on audit.entry
    execute function audit.refuse_change();
