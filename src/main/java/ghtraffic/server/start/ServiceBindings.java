package ghtraffic.server.start;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** The services that Cloud Foundry ({@code VCAP_SERVICES}) or Code Engine ({@code CE_SERVICES}) has bound. */
final class ServiceBindings {

    static final List<String> VARIABLES = List.of("VCAP_SERVICES", "CE_SERVICES");

    private final List<ServiceBinding> all;

    private ServiceBindings(List<ServiceBinding> all) {
        this.all = all;
    }

    /**
     * Reads both variables. Entries that are not services are skipped, because only the services that are used must be
     * valid.
     *
     * @throws IllegalArgumentException if a variable is not JSON or not an object; the message names the variable and
     *     never shows its value
     */
    static ServiceBindings of(Map<String, String> environment) {
        List<ServiceBinding> all = new ArrayList<>();
        for (String variable : VARIABLES) {
            String text = environment.getOrDefault(variable, "");
            if (!text.isBlank()) {
                root(variable, text).forEach((label, services) -> all.addAll(services(variable, label, services)));
            }
        }
        return new ServiceBindings(all);
    }

    private static Map<?, ?> root(String variable, String text) {
        Object json;
        try {
            json = Json.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(variable + " " + e.getMessage());
        }
        if (json instanceof Map<?, ?> root) {
            return root;
        }
        throw new IllegalArgumentException(variable + " is no JSON object of services");
    }

    private static List<ServiceBinding> services(String variable, Object label, Object services) {
        List<ServiceBinding> bindings = new ArrayList<>();
        for (Object item : services instanceof List<?> list ? list : List.of(services)) {
            if (item instanceof Map<?, ?> service) {
                String name = Objects.requireNonNullElse(
                        ServiceBinding.optional(service, "name", "instance_name", "binding_name"), "");
                Map<?, ?> credentials = service.get("credentials") instanceof Map<?, ?> map ? map : Map.of();
                bindings.add(new ServiceBinding(variable, String.valueOf(label), name, credentials));
            }
        }
        return bindings;
    }

    /**
     * Returns the only service of a kind; empty if no such service is bound.
     *
     * @param sort the name of the kind, for the message
     * @throws IllegalArgumentException if there are several
     */
    Optional<ServiceBinding> only(String sort, Predicate<ServiceBinding> wanted) {
        List<ServiceBinding> found = all.stream().filter(wanted).toList();
        if (found.size() > 1) {
            throw new IllegalArgumentException("More than one " + sort + " is bound ("
                    + String.join(
                            "; ", found.stream().map(ServiceBinding::toString).toList()) + ")");
        }
        return found.stream().findFirst();
    }
}
