-- Who the provider's subjects are: the address that a subject signed in with last, and whether the provider vouches for it.
create table identities (
    subject varchar(255) not null,
    email varchar(255) not null,
    verified smallint not null,
    seenat timestamp not null,
    constraint identities_pk primary key (subject)
) ${organize};

create index identities_ix_email on identities (email);
