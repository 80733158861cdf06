/**
 * What the server itself loads: its user registry over the role tables, what happens after a failed sign-in, who may read the
 * metrics, and which requests go no further. It runs outside the application, so it uses only JDBC, servlets and the interfaces of Liberty. It stores no passwords, so it
 * cannot sign anybody in by itself. The names of the roles become Jakarta security groups.
 */
@NullMarked
package ghtraffic.server.registry;

import org.jspecify.annotations.NullMarked;
