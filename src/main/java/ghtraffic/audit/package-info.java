/**
 * The audit log: who changed what, and when. An entry is written in the transaction of the change it describes and is never removed.
 */
@NullMarked
package ghtraffic.audit;

import org.jspecify.annotations.NullMarked;
