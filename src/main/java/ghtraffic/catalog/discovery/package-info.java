/** Discovery rules: repositories that a credential can read are tracked automatically when a rule matches. */
@NullMarked
package ghtraffic.catalog.discovery;

import org.jspecify.annotations.NullMarked;
