package ghtraffic.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Manifests of kinds that are not Kubernetes' own, and what the overlays change. */
class OtherKindsTest {

    /**
     * What {@code HTTPRoute} of {@code gateway.networking.k8s.io/v1} may hold: {@code apis/v1/httproute_types.go} and
     * {@code shared_types.go} of kubernetes-sigs/gateway-api.
     */
    private static final Map<String, Set<String>> HTTP_ROUTE = Map.of(
            "spec", Set.of("parentRefs", "hostnames", "rules"),
            "parentRefs", Set.of("group", "kind", "namespace", "name", "sectionName", "port"),
            "rules", Set.of("name", "matches", "filters", "backendRefs", "timeouts"),
            "backendRefs", Set.of("group", "kind", "namespace", "name", "port", "weight", "filters"));

    /**
     * The fields of the Open Liberty Operator ({@code api/v1/openlibertyapplication_types.go}, 2025) that a manifest here
     * may use, and where Kubernetes has the same in a pod. The operator hands their content on.
     */
    private static final Map<String, String> IN_THE_CONTAINER = Map.of(
            "applicationImage", "image",
            "envFrom", "envFrom",
            "env", "env",
            "resources", "resources",
            "securityContext", "securityContext",
            "volumeMounts", "volumeMounts");

    private static final Map<String, String> PROBES =
            Map.of("startup", "startupProbe", "readiness", "readinessProbe", "liveness", "livenessProbe");

    private static Manifest one(String kind) {
        List<Manifest> all = Manifest.all().stream()
                .filter(manifest -> manifest.kind().equals(kind) && !manifest.deletes())
                .toList();
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private static Stream<JsonElement> stream(JsonElement array) {
        return StreamSupport.stream(array.getAsJsonArray().spliterator(), false);
    }

    @Test
    void theOperatorsResourceBecomesAPodThatKubernetesKnows() throws IOException {
        JsonObject spec = one("OpenLibertyApplication").at("spec").getAsJsonObject();
        ManifestsTest.parse("Deployment", deployment(spec));
        Map.of("secretName", "secret", "scheme", "schema", "mountPath", "path").forEach((right, wrong) -> {
            JsonObject changed = JsonParser.parseString(spec.toString().replace(right, wrong))
                    .getAsJsonObject();
            assertThatThrownBy(() -> ManifestsTest.parse("Deployment", deployment(changed)))
                    .as(wrong)
                    .isNotNull();
        });
    }

    @Test
    void theOperatorsPodNeedsNoRights() {
        assertThat(one("OpenLibertyApplication").at("spec", "securityContext").toString())
                .contains("runAsNonRoot\":true", "readOnlyRootFilesystem\":true", "ALL", "RuntimeDefault")
                .contains("allowPrivilegeEscalation\":false");
    }

    /** What the operator would make of it, as far as Kubernetes reads it. */
    private static JsonObject deployment(JsonObject spec) {
        JsonObject container = new JsonObject();
        container.addProperty("name", "app");
        JsonObject pod = new JsonObject();
        JsonObject deployment = new JsonObject();
        for (Map.Entry<String, JsonElement> field : spec.entrySet()) {
            switch (field.getKey()) {
                case "replicas" -> deployment.add("replicas", field.getValue());
                case "manageTLS" -> assertThat(field.getValue().getAsBoolean()).isFalse();
                case "volumes" -> pod.add("volumes", field.getValue());
                case "service" -> container.add("ports", ports(field.getValue().getAsJsonObject()));
                case "probes" ->
                    field.getValue().getAsJsonObject().entrySet().forEach(probe -> {
                        assertThat(PROBES).containsKey(probe.getKey());
                        container.add(PROBES.get(probe.getKey()), probe.getValue());
                    });
                default -> {
                    assertThat(IN_THE_CONTAINER).containsKey(field.getKey());
                    container.add(IN_THE_CONTAINER.get(field.getKey()), field.getValue());
                }
            }
        }
        JsonArray containers = new JsonArray();
        containers.add(container);
        pod.add("containers", containers);
        JsonObject template = new JsonObject();
        template.add("spec", pod);
        deployment.add("template", template);
        deployment.add("selector", new JsonObject());
        JsonObject whole = new JsonObject();
        whole.add("spec", deployment);
        return whole;
    }

    private static JsonArray ports(JsonObject service) {
        assertThat(service.keySet()).containsExactly("port");
        JsonObject port = new JsonObject();
        port.add("containerPort", service.get("port"));
        JsonArray ports = new JsonArray();
        ports.add(port);
        return ports;
    }

    @Test
    void theRouteHasFieldsOfTheGatewayApiAndLeadsToTheService() {
        Manifest route = one("HTTPRoute");
        assertKnown("spec", route.at("spec"));
        Manifest service = one("Service");
        JsonObject backend = stream(route.at("spec", "rules"))
                .flatMap(rule -> stream(rule.getAsJsonObject().get("backendRefs")))
                .findFirst()
                .orElseThrow()
                .getAsJsonObject();
        assertThat(backend.get("name").getAsString()).isEqualTo(service.name());
        assertThat(stream(service.at("spec", "ports"))
                        .map(port -> port.getAsJsonObject().get("port").getAsInt()))
                .contains(backend.get("port").getAsInt());
    }

    private static void assertKnown(String name, JsonElement element) {
        if (element.isJsonArray()) {
            stream(element).forEach(each -> assertKnown(name, each));
        } else if (element.isJsonObject()) {
            JsonObject object = element.getAsJsonObject();
            assertThat(HTTP_ROUTE.getOrDefault(name, Set.of())).as(name).containsAll(object.keySet());
            object.entrySet().forEach(field -> assertKnown(field.getKey(), field.getValue()));
        }
    }

    @Test
    void allNameOneHost() {
        String host = URI.create(one("ConfigMap").at("data", "FULL_HOSTNAME").getAsString())
                .getHost();
        assertThat(stream(one("HTTPRoute").at("spec", "hostnames")).map(JsonElement::getAsString))
                .containsExactly(host);
        assertThat(stream(one("Ingress").at("spec", "rules"))
                        .map(rule -> rule.getAsJsonObject().get("host").getAsString()))
                .containsExactly(host);
    }

    @Test
    void whatSingleTakesAwayIsInTheBase() {
        List<String> base = Manifest.all().stream()
                .filter(one -> one.file().startsWith("base/") && !one.kind().equals("Kustomization"))
                .map(OtherKindsTest::identity)
                .toList();
        assertThat(Manifest.all())
                .filteredOn(Manifest::deletes)
                .hasSize(3)
                .allSatisfy(one -> assertThat(base).contains(identity(one)));
    }

    private static String identity(Manifest one) {
        return one.json().get("apiVersion").getAsString() + " " + one.kind() + " " + one.name();
    }

    @Test
    void theServerOfSingleIsThatOfTheBase() {
        assertThat(one("StatefulSet").at("spec", "template", "spec", "containers"))
                .isEqualTo(one("Deployment").at("spec", "template", "spec", "containers"));
        assertThat(stream(one("StatefulSet").at("spec", "volumeClaimTemplates"))
                        .map(claim -> claim.getAsJsonObject()
                                .getAsJsonObject("metadata")
                                .get("name")
                                .getAsString()))
                .containsExactly("data");
    }
}
