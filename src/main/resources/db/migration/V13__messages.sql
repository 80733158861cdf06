-- What the texts beside these columns say, as a message: the key of a text and its arguments, JSON. The texts stay, in English. Null
-- in rows of before, and where there is nothing to say.
alter table repohealth add column messagedata varchar(2000);
alter table repoparts add column messagedata varchar(2000);
alter table collectionerrors add column reasondata varchar(2000);
alter table discoveries add column messagedata varchar(2000);
alter table browsersessions add column browserdata varchar(300);

-- viadata stands in every entry that was written since. Where it stands and one of the others is null, the text beside that one is the
-- same in every language, such as a name.
alter table auditlog add column actordata varchar(100);
alter table auditlog add column viadata varchar(300);
alter table auditlog add column aboutdata varchar(700);
alter table auditlog add column beforedata varchar(800);
alter table auditlog add column afterdata varchar(800);
