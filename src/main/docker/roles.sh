#!/bin/sh
# The PostgreSQL image runs this once, on an empty volume: the same database and roles as the embedded one has.
# Also fit for a server of your own: set the variables and run it where psql reaches the server as a superuser.
set -eu

psql --set=ON_ERROR_STOP=1 --set=owner="$PATENBUCH_OWNER_PASSWORD" --set=app="$PATENBUCH_APP_PASSWORD" \
  --no-psqlrc --quiet --username="${POSTGRES_USER:-postgres}" --dbname=postgres <<'SQL'
create role patenbuch_owner login password :'owner';
create role patenbuch_app login password :'app';
create database patenbuch owner patenbuch_owner;
revoke all on database patenbuch from public;
grant connect on database patenbuch to patenbuch_app;
\connect patenbuch
set role patenbuch_owner;
revoke all on schema public from public;
grant usage on schema public to patenbuch_app;
SQL
