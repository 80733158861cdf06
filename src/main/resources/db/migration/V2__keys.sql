-- Nothing here leaves a Db2 table waiting for a reorganisation: columns are added with defaults, one varchar is widened.
-- The unique keys of the first migration stay as they are: Db2 takes no primary key beside a unique one on the same
-- column, and in a database that was taken over those have names that only it knows.

-- Rows that appear twice are put aside as one, in tables that hold only those.
create table repotraffic_merged (
    rid int not null,
    tdate date not null,
    viewcount int not null,
    vuniques int not null,
    clonecount int not null,
    cuniques int not null
) ${organize};

create table tenantrepos_merged (
    tid int not null,
    rid int not null
) ${organize};

create table adminroles_merged (
    aid int not null,
    role int not null
) ${organize};

insert into repotraffic_merged (rid, tdate, viewcount, vuniques, clonecount, cuniques)
    select rid, tdate, max(viewcount), max(vuniques), max(clonecount), max(cuniques)
    from repotraffic
    group by rid, tdate
    having count(*) > 1;

delete from repotraffic
    where exists (
        select 1 from repotraffic_merged m where m.rid = repotraffic.rid and m.tdate = repotraffic.tdate
    );

insert into repotraffic (rid, tdate, viewcount, vuniques, clonecount, cuniques)
    select rid, tdate, viewcount, vuniques, clonecount, cuniques from repotraffic_merged;

insert into tenantrepos_merged (tid, rid)
    select tid, rid from tenantrepos group by tid, rid having count(*) > 1;

delete from tenantrepos
    where exists (select 1 from tenantrepos_merged m where m.tid = tenantrepos.tid and m.rid = tenantrepos.rid);

insert into tenantrepos (tid, rid) select tid, rid from tenantrepos_merged;

-- A user of several rows keeps every role that any of them gives.
insert into adminroles_merged (aid, role)
    select aid,
        max(mod(role, 2))
            + 2 * max(mod(role / 2, 2))
            + 4 * max(mod(role / 4, 2))
            + 8 * max(mod(role / 8, 2))
            + 16 * max(mod(role / 16, 2))
            + 32 * max(role / 32)
    from adminroles
    group by aid
    having count(*) > 1;

delete from adminroles where exists (select 1 from adminroles_merged m where m.aid = adminroles.aid);

insert into adminroles (aid, role) select aid, role from adminroles_merged;

drop table repotraffic_merged;
drop table tenantrepos_merged;
drop table adminroles_merged;

-- The primary key takes the place of this index.
drop index repotraffic_ix_rid_tdate;

alter table repotraffic add constraint repotraffic_pk primary key (rid, tdate);
alter table tenantrepos add constraint tenantrepos_pk primary key (tid, rid);
alter table adminroles add constraint adminroles_pk primary key (aid);

-- incomplete: 1 while no collection has seen that day whole
alter table repotraffic add column incomplete smallint not null default 0;
-- githubid: null while not yet known; createdat: when GitHub says that the repository was created, UTC
alter table repos add column githubid bigint;
alter table repos add column createdat timestamp;
-- The encrypted form of a token is longer than the token.
alter table tenants alter column ghtoken set data type varchar(2048);
