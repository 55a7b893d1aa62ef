-- What is read besides the inbox's files: batches of a broker's records, records that were replayed after a fix, and the items
-- that were outstanding when the platform took over.
alter table ingest.source drop constraint source_kind_check;
alter table ingest.source add constraint source_kind_check
    check (kind in ('events', 'adyen', 'stripe', 'dlocal', 'pix', 'bank', 'cnab', 'unknown', 'kafka', 'replay', 'outstanding'));

-- A broker delivers a record again until it is told that it was taken: the same bytes at the same place are one reject.
create unique index reject_of_topic_once on ingest.reject (topic, topic_partition, topic_offset, raw_sha256)
    where topic is not null;
