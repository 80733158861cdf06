package ghtraffic.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.kubernetes.client.openapi.JSON;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Ingress;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Secret;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import io.kubernetes.client.openapi.models.V1StatefulSet;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Parses the manifests as strictly as a cluster would, and stricter: a field that is unknown or coerced is an error. */
class ManifestsTest {

    /** The generated check of a model for unknown fields, at any depth. */
    private interface Check {
        void validate(JsonElement json) throws IOException;
    }

    private record Model(Class<?> type, Check check) {}

    private static final Map<String, Model> MODELS = Map.ofEntries(
            Map.entry("Namespace", new Model(V1Namespace.class, V1Namespace::validateJsonElement)),
            Map.entry("ConfigMap", new Model(V1ConfigMap.class, V1ConfigMap::validateJsonElement)),
            Map.entry("Secret", new Model(V1Secret.class, V1Secret::validateJsonElement)),
            Map.entry("ServiceAccount", new Model(V1ServiceAccount.class, V1ServiceAccount::validateJsonElement)),
            Map.entry("Service", new Model(V1Service.class, V1Service::validateJsonElement)),
            Map.entry("Deployment", new Model(V1Deployment.class, V1Deployment::validateJsonElement)),
            Map.entry("StatefulSet", new Model(V1StatefulSet.class, V1StatefulSet::validateJsonElement)),
            Map.entry("Ingress", new Model(V1Ingress.class, V1Ingress::validateJsonElement)),
            Map.entry("NetworkPolicy", new Model(V1NetworkPolicy.class, V1NetworkPolicy::validateJsonElement)),
            Map.entry(
                    "PodDisruptionBudget",
                    new Model(V1PodDisruptionBudget.class, V1PodDisruptionBudget::validateJsonElement)),
            Map.entry(
                    "HorizontalPodAutoscaler",
                    new Model(V2HorizontalPodAutoscaler.class, V2HorizontalPodAutoscaler::validateJsonElement)));

    /** Kinds that others define, whose models this test does not have. */
    private static final Set<String> OTHERS = Set.of("Kustomization", "HTTPRoute", "OpenLibertyApplication");

    private static List<Manifest> ofKubernetes() {
        return Manifest.all().stream()
                .filter(one -> !OTHERS.contains(one.kind()) && !one.deletes())
                .toList();
    }

    private static List<Manifest> workloads() {
        return ofKubernetes().stream()
                .filter(one -> Set.of("Deployment", "StatefulSet").contains(one.kind()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("ofKubernetes")
    void eachFieldIsKnownAndOfItsType(Manifest manifest) {
        assertThatCode(() -> parse(manifest.kind(), manifest.json())).doesNotThrowAnyException();
    }

    @Test
    void mistakesAreFound() {
        Manifest deployment = workloads().get(0);
        for (String mistake : List.of(
                "\"replicas\":2 -> \"replica\":2",
                "\"replicas\":2 -> \"replicas\":\"2\"",
                "\"periodSeconds\":5 -> \"periodSecond\":5",
                "\"enableServiceLinks\":false -> \"enableServiceLinks\":\"false\"",
                "\"memory\":\"1Gi\" -> \"memory\":\"1 GB\"")) {
            String[] change = mistake.split(" -> ");
            String text = deployment.json().toString();
            assertThat(text).contains(change[0]);
            JsonObject wrong =
                    JsonParser.parseString(text.replace(change[0], change[1])).getAsJsonObject();
            assertThatThrownBy(() -> parse(deployment.kind(), wrong))
                    .as(mistake)
                    .isNotNull();
        }
    }

    static void parse(String kind, JsonObject json) throws IOException {
        Model model = Objects.requireNonNull(MODELS.get(kind), kind);
        model.check().validate(json);
        Object parsed = JSON.getGson().fromJson(json, model.type());
        assertThat(plain(JSON.getGson().toJsonTree(parsed))).isEqualTo(plain(json));
    }

    /** The same text for the same content. What is empty counts as absent, because the models fill it in. */
    private static String plain(JsonElement json) {
        if (json.isJsonObject()) {
            return json.getAsJsonObject().entrySet().stream()
                    .filter(entry -> !entry.getValue().isJsonNull())
                    .map(entry -> Map.entry(entry.getKey(), plain(entry.getValue())))
                    .filter(entry -> !Set.of("{}", "[]").contains(entry.getValue()))
                    .sorted(Map.Entry.comparingByKey())
                    .map(entry -> entry.getKey() + ":" + entry.getValue())
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (json.isJsonArray()) {
            return stream(json).map(ManifestsTest::plain).collect(Collectors.joining(",", "[", "]"));
        }
        return json.isJsonPrimitive() && json.getAsJsonPrimitive().isNumber()
                ? String.valueOf(json.getAsLong())
                : json.toString();
    }

    private static Stream<JsonElement> stream(JsonElement array) {
        return StreamSupport.stream(array.getAsJsonArray().spliterator(), false);
    }

    @Test
    void selectorsMatchTheLabelsOfPods() {
        for (Manifest workload : workloads()) {
            JsonObject labels =
                    workload.at("spec", "template", "metadata", "labels").getAsJsonObject();
            assertThat(labels.entrySet())
                    .as(workload.toString())
                    .containsAll(workload.at("spec", "selector", "matchLabels")
                            .getAsJsonObject()
                            .entrySet());
            for (Manifest other : ofKubernetes()) {
                JsonElement selector = switch (other.kind()) {
                    case "Service" -> other.at("spec", "selector");
                    case "PodDisruptionBudget" -> other.at("spec", "selector", "matchLabels");
                    case "NetworkPolicy" -> other.at("spec", "podSelector", "matchLabels");
                    default -> new JsonObject();
                };
                assertThat(labels.entrySet())
                        .as(other.toString())
                        .containsAll(selector.getAsJsonObject().entrySet());
            }
        }
    }

    @Test
    void podsNeedNoRights() {
        for (Manifest workload : workloads()) {
            JsonElement pod = workload.at("spec", "template", "spec");
            assertThat(pod.toString())
                    .as(workload.toString())
                    .contains(
                            "\"runAsNonRoot\":true",
                            "\"seccompProfile\":{\"type\":\"RuntimeDefault\"}",
                            "\"allowPrivilegeEscalation\":false",
                            "\"readOnlyRootFilesystem\":true",
                            "\"drop\":[\"ALL\"]",
                            "\"automountServiceAccountToken\":false",
                            "\"enableServiceLinks\":false");
        }
    }

    @Test
    void whatOneFileNamesAnotherDefines() {
        Set<String> defined = Manifest.all().stream()
                .filter(one -> !one.kind().equals("Kustomization"))
                .map(one -> one.kind() + " " + one.name())
                .collect(Collectors.toSet());
        for (Manifest workload : workloads()) {
            JsonObject container = stream(workload.at("spec", "template", "spec", "containers"))
                    .findFirst()
                    .orElseThrow()
                    .getAsJsonObject();
            for (JsonElement from : container.getAsJsonArray("envFrom")) {
                JsonObject source = from.getAsJsonObject();
                assertThat(defined)
                        .contains(
                                source.has("secretRef")
                                        ? "Secret "
                                                + source.getAsJsonObject("secretRef")
                                                        .get("name")
                                                        .getAsString()
                                        : "ConfigMap "
                                                + source.getAsJsonObject("configMapRef")
                                                        .get("name")
                                                        .getAsString());
            }
        }
        ofKubernetes().stream()
                .filter(one -> one.kind().equals("HorizontalPodAutoscaler"))
                .forEach(one -> assertThat(defined)
                        .contains("Deployment "
                                + one.at("spec", "scaleTargetRef", "name").getAsString()));
    }

    @Test
    void kustomizationsNameFilesThatExist() {
        List<Manifest> kustomizations = Manifest.all().stream()
                .filter(one -> one.kind().equals("Kustomization"))
                .toList();
        assertThat(kustomizations).hasSize(3);
        for (Manifest one : kustomizations) {
            Path folder =
                    Objects.requireNonNull(Manifest.FOLDER.resolve(one.file()).getParent());
            Stream.concat(
                            stream(one.json().get("resources")),
                            one.json().has("patches")
                                    ? stream(one.json().get("patches"))
                                            .map(patch ->
                                                    patch.getAsJsonObject().get("path"))
                                    : Stream.empty())
                    .forEach(file ->
                            assertThat(folder.resolve(file.getAsString())).exists());
        }
    }

    @Test
    void eachSettingIsInTheReadme() throws IOException {
        Matcher row = Pattern.compile("(?m)^\\| `([A-Z0-9_]+)` \\|")
                .matcher(Files.readString(Manifest.PROJECT.resolve("README.md"), StandardCharsets.UTF_8));
        Set<String> known = row.results().map(result -> result.group(1)).collect(Collectors.toSet());
        List<String> named = ofKubernetes().stream()
                .flatMap(one -> Stream.of(one.at("data"), one.at("stringData")))
                .flatMap(settings -> settings.getAsJsonObject().keySet().stream())
                .filter(name -> name.equals(name.toUpperCase(Locale.ROOT)))
                .toList();
        assertThat(named).contains("FULL_HOSTNAME", "DB2_URI");
        assertThat(known).containsAll(named);
    }

    @Test
    void theVersionIsThatOfThePom() throws IOException {
        String pom = Files.readString(Manifest.PROJECT.resolve("pom.xml"), StandardCharsets.UTF_8);
        Matcher version = Pattern.compile("<version>([^<]+)</version>").matcher(pom);
        assertThat(version.find()).isTrue();
        List<String> tags = Manifest.all().stream()
                .filter(one -> one.json().has("images"))
                .flatMap(one -> stream(one.json().get("images")))
                .map(image -> image.getAsJsonObject().get("newTag").getAsString())
                .toList();
        assertThat(tags).isNotEmpty().containsOnly(version.group(1));
        assertThat(Files.readString(Manifest.PROJECT.resolve("Dockerfile"), StandardCharsets.UTF_8))
                .contains("ARG VERSION=" + version.group(1) + "\n");
        assertThat(Manifest.all())
                .filteredOn(one -> one.kind().equals("OpenLibertyApplication"))
                .extracting(one -> one.at("spec", "applicationImage").getAsString())
                .containsExactly("github-traffic-analytics:" + version.group(1));
    }
}
