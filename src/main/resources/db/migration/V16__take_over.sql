-- The one row says that the database was taken over from the Python application. Until approvedat is set, nothing is collected by
-- itself. approvedat: UTC. A database in which nobody has signed in and nothing was collected, but which has tenants, is such a one.
create table takeover (
    takeoverid smallint not null,
    approvedat timestamp,
    approvedby varchar(255),
    constraint takeover_pk primary key (takeoverid)
) ${organize};

insert into takeover (takeoverid)
    select distinct 1 from tenants
    where not exists (select 1 from identities) and not exists (select 1 from collectionruns);

-- Tenants whose GitHub token was stored in plain text and is the same since.
create table plaintokens (
    tid int not null,
    constraint plaintokens_pk primary key (tid)
) ${organize};
