-- Who the users of GitHub are that have signed in: the server (github.com, or a GitHub Enterprise Server), the number of the user
-- there, and the random subject that stands for both in all other tables. Every other subject is the OpenID provider's.
create table githubusers (
    subject varchar(255) not null,
    server varchar(255) not null,
    githubid bigint not null,
    constraint githubusers_pk primary key (subject),
    constraint githubusers_uq_account unique (server, githubid)
) ${organize};
