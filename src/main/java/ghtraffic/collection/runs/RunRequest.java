package ghtraffic.collection.runs;

import org.jspecify.annotations.Nullable;

/**
 * What a run is to be.
 *
 * @param trigger what starts it
 * @param tenant the tenant whose repositories it is about, null for more than one
 * @param repository the one repository that it is about, null for more than one
 * @param startedBy e-mail address of who starts it
 * @param total number of repositories
 */
record RunRequest(
        String trigger, @Nullable Integer tenant, @Nullable Integer repository, String startedBy, int total) {}
