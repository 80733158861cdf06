-- The ID token that began a session, encrypted with CREDENTIAL_KEY. The provider wants it when the user signs out. It is
-- deleted with the session.
alter table browsersessions add column idtoken clob(16384);
