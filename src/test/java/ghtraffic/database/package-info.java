/** What failures of the database mean, without a database. */
@org.jspecify.annotations.NullMarked
package ghtraffic.database;
