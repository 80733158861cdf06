package ghtraffic;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the classes that a framework needs to be public: those that the container creates, and those that pages and JSON
 * reach through the public methods of beans and resources.
 */
final class PublicTypes {

    private static final List<String> ANNOTATIONS = List.of(
            "jakarta.inject.Named",
            "jakarta.ws.rs.Path",
            "jakarta.ws.rs.ApplicationPath",
            "jakarta.ws.rs.ext.Provider",
            "jakarta.servlet.annotation.WebServlet",
            "jakarta.servlet.annotation.WebFilter",
            "jakarta.servlet.annotation.WebListener",
            "org.eclipse.microprofile.health.Readiness",
            "org.eclipse.microprofile.health.Liveness",
            "org.eclipse.microprofile.health.Startup");

    private static final List<String> TYPES = List.of(
            "jakarta.servlet.http.HttpServlet",
            "jakarta.servlet.Filter",
            "jakarta.servlet.ServletContainerInitializer",
            "java.sql.Driver",
            "com.ibm.websphere.security.UserRegistry",
            "com.ibm.wsspi.security.oauth20.JwtAccessTokenMediator",
            "com.ibm.wsspi.security.openidconnect.IDTokenMediator");

    private PublicTypes() {}

    /** Returns the names of the top-level classes that a framework needs to be public. */
    static Set<String> ofFrameworks(JavaClasses classes) {
        Deque<JavaClass> open = new ArrayDeque<>(
                classes.stream().filter(PublicTypes::isMadeByAFramework).toList());
        Set<JavaClass> reached = new HashSet<>();
        while (!open.isEmpty()) {
            JavaClass type = open.pop();
            if (reached.add(type)) {
                type.getMethods().stream()
                        .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                        .flatMap(PublicTypes::types)
                        .filter(one -> one.getPackageName().startsWith("ghtraffic."))
                        .forEach(open::push);
            }
        }
        return reached.stream().map(Plan::topLevel).collect(Collectors.toSet());
    }

    private static boolean isMadeByAFramework(JavaClass type) {
        return ANNOTATIONS.stream().anyMatch(type::isAnnotatedWith)
                || TYPES.stream().anyMatch(type::isAssignableTo)
                || type.getMethods().stream()
                        .anyMatch(method -> method.getName().equals("premain"));
    }

    private static Stream<JavaClass> types(JavaMethod method) {
        return Stream.concat(Stream.of(method.getReturnType()), method.getParameterTypes().stream())
                .map(JavaType::getAllInvolvedRawTypes)
                .flatMap(Set::stream);
    }
}
