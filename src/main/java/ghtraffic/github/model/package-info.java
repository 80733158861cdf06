/** What GitHub answers, as records, and the strict reading of its JSON. Nothing here calls GitHub. */
@NullMarked
package ghtraffic.github.model;

import org.jspecify.annotations.NullMarked;
