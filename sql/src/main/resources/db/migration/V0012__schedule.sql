-- A night that the schedule asked for, and the moment of the schedule it was asked for at: however many workers keep the
-- schedule, each asks once.
alter table jobcontrol.job_request add column scheduled_for timestamptz;
create unique index scheduled_once on jobcontrol.job_request (job, business_date, scheduled_for)
    where scheduled_for is not null;
