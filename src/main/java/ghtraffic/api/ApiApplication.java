package ghtraffic.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** The REST API, version 1. */
@ApplicationPath("/api/v1")
@OpenAPIDefinition(
        info =
                @Info(
                        title = "GitHub Traffic Analytics",
                        version = "1",
                        description =
                                "The traffic of GitHub repositories, kept for good. Days are UTC days, dates are ISO"
                                        + " 8601. Errors are application/problem+json. Uniques do not add up over days. A"
                                        + " successful GET of JSON has an ETag; sent back as If-None-Match it is answered"
                                        + " with 304 while nothing changed. An address that sent too many tokens that"
                                        + " were refused is answered with 429 and Retry-After."),
        security = @SecurityRequirement(name = "bearer"))
@SecurityScheme(
        securitySchemeName = "bearer",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        bearerFormat = "JWT",
        description = "A JWT of the identity provider; in the browser the session does.")
public class ApiApplication extends Application {}
