-- Views and clones of each month, derived from repotraffic, which stays what counts. Whoever changes that table by hand has to fill
-- this one again: delete all of it, then the insert below. tmonth is the year and month as one number, 202601.
create table monthlysums (
    rid int not null,
    tmonth int not null,
    viewcount bigint,
    clonecount bigint,
    wholedays smallint not null,
    constraint monthlysums_pk primary key (rid, tmonth)
) ${organize};

insert into monthlysums (rid, tmonth, viewcount, clonecount, wholedays)
    select d.rid, d.tmonth, sum(d.viewcount), sum(d.clonecount), sum(d.whole)
    from (
        select rid, year(tdate) * 100 + month(tdate) as tmonth,
            case when incomplete < 2 then cast(viewcount as bigint) end as viewcount,
            case when cincomplete < 2 then cast(clonecount as bigint) end as clonecount,
            case when incomplete = 0 and cincomplete = 0 then 1 else 0 end as whole
        from repotraffic
    ) d
    group by d.rid, d.tmonth;

-- The sums are read from these indexes alone.
create index repotraffic_ix_sums on repotraffic (rid, tdate, viewcount, clonecount, incomplete, cincomplete);
create index monthlysums_ix_sums on monthlysums (rid, tmonth, viewcount, clonecount, wholedays);
