/**
 * The JDBC driver that reads {@code DB2_URI} and connects to H2 or Db2. The server loads it, so it uses the JDK only.
 */
@NullMarked
package ghtraffic.server.driver;

import org.jspecify.annotations.NullMarked;
