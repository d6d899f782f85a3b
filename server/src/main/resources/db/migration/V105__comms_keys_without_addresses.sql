-- Keys of messages are seen by more people than addresses are. What was posted keeps its key as it would be written
-- today, so that nothing is told a second time.
update comms_message
set key = regexp_replace(key, '[^/ ]+@[^/ ]+', left(encode(sha256(convert_to(key, 'UTF8')), 'hex'), 16), 'g')
where key ~ '[^/ ]+@[^/ ]+';
