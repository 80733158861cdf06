-- How much of a day is not known. incomplete is about its views, cincomplete about its clones:
-- 0 nothing is missing, 1 a part may be, 2 it was never collected and the zeros beside it mean nothing.
alter table repotraffic add column cincomplete smallint not null default 0;
update repotraffic set cincomplete = incomplete where incomplete > 0;

-- GitHub's own weeks; tdate is the Monday. Their unique visitors cannot be added up from the days.
create table weeklytraffic (
    rid int not null,
    tdate date not null,
    viewcount int not null default 0,
    vuniques int not null default 0,
    clonecount int not null default 0,
    cuniques int not null default 0,
    incomplete smallint not null default 0,
    cincomplete smallint not null default 0,
    constraint weeklytraffic_pk primary key (rid, tdate)
) ${organize};

-- GitHub's own totals of the 14 days that end with tdate; null where it did not give them.
create table windowtotals (
    rid int not null,
    tdate date not null,
    viewcount int,
    vuniques int,
    clonecount int,
    cuniques int,
    constraint windowtotals_pk primary key (rid, tdate)
) ${organize};

insert into windowtotals (rid, tdate, viewcount, vuniques, clonecount, cuniques)
    select rid, tdate, viewcount, vuniques, clonecount, cuniques from windowtraffic;

drop table windowtraffic;

-- That GitHub's list of referrers (kind r) or paths (kind p) was fetched on a day, even if it was empty.
create table popularlists (
    rid int not null,
    tdate date not null,
    kind char(1) not null,
    constraint popularlists_pk primary key (rid, tdate, kind)
) ${organize};

-- What stood in the list of that day, place 1 first: totals of the 14 days before, no daily counts.
create table referrers (
    rid int not null,
    tdate date not null,
    place smallint not null,
    referrer varchar(1000) not null,
    viewcount int not null,
    vuniques int not null,
    constraint referrers_pk primary key (rid, tdate, place)
) ${organize};

create table paths (
    rid int not null,
    tdate date not null,
    place smallint not null,
    path varchar(1500) not null,
    title varchar(1500) not null,
    viewcount int not null,
    vuniques int not null,
    constraint paths_pk primary key (rid, tdate, place)
) ${organize};

-- watchers: null where GitHub does not say
create table popularity (
    rid int not null,
    tdate date not null,
    stars int not null,
    forks int not null,
    watchers int,
    openissues int not null,
    constraint popularity_pk primary key (rid, tdate)
) ${organize};

create table releases (
    rid int not null,
    releaseid bigint not null,
    tag varchar(1000) not null,
    name varchar(1000),
    publishedat timestamp not null,
    constraint releases_pk primary key (rid, releaseid)
) ${organize};

create table releaseassets (
    rid int not null,
    assetid bigint not null,
    releaseid bigint not null,
    name varchar(1000) not null,
    constraint releaseassets_pk primary key (rid, assetid)
) ${organize};

-- How often an asset had been downloaded in all on that day; a day on which that did not change has no row.
create table assetdownloads (
    rid int not null,
    assetid bigint not null,
    tdate date not null,
    downloads bigint not null,
    constraint assetdownloads_pk primary key (rid, assetid, tdate)
) ${organize};

-- What GitHub says of a repository. topics: separated by blanks.
create table repodetails (
    rid int not null,
    description varchar(1500),
    topics varchar(1500),
    language varchar(255),
    fork smallint not null,
    archived smallint not null,
    hidden smallint not null,
    constraint repodetails_pk primary key (rid)
) ${organize};

create table formernames (
    rid int not null,
    fullname varchar(255) not null,
    until timestamp not null,
    constraint formernames_pk primary key (rid, fullname)
) ${organize};

-- Each thing that is asked of GitHub about a repository. tid and etag: of the last answer, and whose token got it.
create table repoparts (
    rid int not null,
    part varchar(20) not null,
    lastattempt timestamp not null,
    lastsuccess timestamp,
    state varchar(20) not null,
    message varchar(1000),
    tid int,
    etag varchar(255),
    constraint repoparts_pk primary key (rid, part)
) ${organize};

-- failures: attempts without success since the last success
alter table repohealth add column nextattempt timestamp;
alter table repohealth add column failures int not null default 0;

-- What GitHub said last of a tenant's credential.
create table credentialhealth (
    tid int not null,
    ratelimit int,
    remaining int,
    resetsat timestamp,
    expiresat timestamp,
    pauseduntil timestamp,
    seenat timestamp not null,
    constraint credentialhealth_pk primary key (tid)
) ${organize};

-- A tenant's GitHub App, which takes the place of his token. privatekey: encrypted.
create table githubapps (
    tid int not null,
    appid varchar(100) not null,
    installation bigint not null,
    privatekey varchar(3500) not null,
    constraint githubapps_pk primary key (tid)
) ${organize};

-- resumesat: when a run that waits for a limit goes on, and collectionrest what it has left to do
alter table collectionruns add column resumesat timestamp;

create table collectionrest (
    runid int not null,
    rid int not null,
    constraint collectionrest_pk primary key (runid, rid)
) ${organize};

-- Which repositories a tenant tracks without being asked, in the order in which the rules apply.
create table discoveryrules (
    tid int not null,
    place smallint not null,
    rule varchar(255) not null,
    constraint discoveryrules_pk primary key (tid, place)
) ${organize};

create table discoveries (
    tid int not null,
    lastattempt timestamp not null,
    lastsuccess timestamp,
    message varchar(1000),
    constraint discoveries_pk primary key (tid)
) ${organize};
