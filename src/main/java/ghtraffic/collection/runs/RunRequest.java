package ghtraffic.collection.runs;

import org.jspecify.annotations.Nullable;

/**
 * The data of a run that is about to start.
 *
 * @param trigger what starts the run: one of the constants of {@link CollectionStarter}
 * @param tenant the tenant whose repositories the run collects, or null if it is not limited to one tenant
 * @param repository the repository if the run collects only one, else null
 * @param startedBy the e-mail address of the user who starts the run, or the trigger if no user does
 * @param total the number of repositories to collect
 */
record RunRequest(
        String trigger, @Nullable Integer tenant, @Nullable Integer repository, String startedBy, int total) {}
