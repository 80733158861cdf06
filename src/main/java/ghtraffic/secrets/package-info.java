/** Texts that never show themselves, random tokens, and encryption of stored credentials. */
@NullMarked
package ghtraffic.secrets;

import org.jspecify.annotations.NullMarked;
