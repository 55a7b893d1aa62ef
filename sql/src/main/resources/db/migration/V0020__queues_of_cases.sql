-- How people look for cases: the most urgent, those that somebody has, the last closed, by cause, and by what they are about
-- (its beginning, because a subject can name more than an index entry may hold).
create index work_case_due on casework.work_case (due_at, priority) where status = 'OPEN';
create index work_case_assignee on casework.work_case (assignee, due_at) where status = 'OPEN' and assignee is not null;
create index work_case_closed_at on casework.work_case (closed_at) where status = 'CLOSED';
create index work_case_cause on casework.work_case (cause);
create index work_case_subject on casework.work_case (left(subject, 100));
create index work_case_reference on casework.work_case (left(split_part(subject, ':', 2), 100));
