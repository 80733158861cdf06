-- Views and clones of each dekad, which is days 1 to 10, 11 to 20 or 21 to the end of a month, as V10 has them of each month. tdekad is
-- the year, the month and which of the three, as one number, 2026013. Filled again as monthlysums is.
create table dekadsums (
    rid int not null,
    tdekad int not null,
    viewcount bigint,
    clonecount bigint,
    wholedays smallint not null,
    constraint dekadsums_pk primary key (rid, tdekad)
) ${organize};

insert into dekadsums (rid, tdekad, viewcount, clonecount, wholedays)
    select d.rid, d.tdekad, sum(d.viewcount), sum(d.clonecount), sum(d.whole)
    from (
        select rid,
            year(tdate) * 1000 + month(tdate) * 10
                + case when day(tdate) <= 10 then 1 when day(tdate) <= 20 then 2 else 3 end as tdekad,
            case when incomplete < 2 then cast(viewcount as bigint) end as viewcount,
            case when cincomplete < 2 then cast(clonecount as bigint) end as clonecount,
            case when incomplete = 0 and cincomplete = 0 then 1 else 0 end as whole
        from repotraffic
    ) d
    group by d.rid, d.tdekad;

create index dekadsums_ix_sums on dekadsums (rid, tdekad, viewcount, clonecount, wholedays);
