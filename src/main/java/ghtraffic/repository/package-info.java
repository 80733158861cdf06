/** The page of one repository, one class for each part of it. */
@NullMarked
package ghtraffic.repository;

import org.jspecify.annotations.NullMarked;
