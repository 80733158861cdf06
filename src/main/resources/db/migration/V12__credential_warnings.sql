-- Which thresholds, in days before the end of a tenant's GitHub credential, were announced. A row stands for its own
-- threshold and all larger ones. endsat and warnedat: UTC.
create table credentialwarnings (
    tid int not null,
    endsat timestamp not null,
    days smallint not null,
    warnedat timestamp not null,
    constraint credentialwarnings_pk primary key (tid, endsat, days)
) ${organize};
