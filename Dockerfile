# docker build -t github-traffic-analytics .
#
# Builds everything: it needs a container engine and nothing else. With --build-arg SERVER=prebuilt it takes target/runnable, which
# `mvn package` has made. With --build-arg DB2_DRIVER=no the image lacks IBM's driver, which has a licence of its own, and cannot use Db2.
ARG BUILD_IMAGE=maven:3.9-eclipse-temurin-17
ARG RUNTIME_IMAGE=debian:bookworm-slim
ARG SERVER=built

FROM ${BUILD_IMAGE} AS built
WORKDIR /build
COPY . .
RUN mvn -B -ntp package -Dmaven.test.skip=true && mv target/runnable /server

FROM scratch AS prebuilt
COPY target/runnable /server

FROM ${SERVER} AS server

# A Java runtime with what the server and its libraries use.
FROM ${BUILD_IMAGE} AS java
RUN jlink --output /java --strip-debug --no-header-files --no-man-pages --compress=2 --add-modules \
java.se,jdk.charsets,jdk.crypto.ec,jdk.jcmd,jdk.jfr,jdk.localedata,jdk.management,jdk.management.agent,jdk.naming.dns,jdk.net,jdk.security.auth,jdk.security.jgss,jdk.unsupported,jdk.zipfs

FROM ${RUNTIME_IMAGE}
ARG DB2_DRIVER=yes
ARG VERSION=0.1.0-SNAPSHOT
ARG REVISION=unknown
LABEL org.opencontainers.image.title="GitHub Traffic Analytics" \
      org.opencontainers.image.description="Collects the traffic of GitHub repositories every day, keeps it for good and shows it to the right people." \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}"
ENV JAVA_HOME=/opt/java \
    PATH=/opt/java/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
    LANG=C.UTF-8 \
    WLP_OUTPUT_DIR=/output \
    SERVER_WORKING_DIR=/opt/wlp/usr/servers/traffic \
    LOG_DIR=/output/traffic/logs \
    DATA_DIR=/data \
    KEYSTORE_FILE=/data/key.p12 \
    LTPA_FILE=/data/ltpa.keys
COPY --from=java /java /opt/java
COPY --from=server /server/wlp /opt/wlp
COPY src/main/container/start /opt/start
# The heap follows the memory limit of the container.
RUN if [ "$DB2_DRIVER" = no ]; then rm -f /opt/wlp/usr/servers/traffic/resources/jdbc/jcc*; fi \
 && sed -i 's/^-Xmx.*/-XX:MaxRAMPercentage=33.0/' /opt/wlp/usr/servers/traffic/jvm.options \
 && chmod -R a+rX /opt/wlp && chmod a+rx /opt/start /opt/wlp/bin/server \
 && mkdir -p /output /data /opt/warm && chown 1001:0 /output /data /opt/warm && chmod 770 /output /data
USER 1001:0
# One start without settings caches what every start needs, and nothing of a user. The application itself does not run then.
RUN WLP_OUTPUT_DIR=/opt/warm LOG_DIR=/tmp/logs sh -c '/opt/wlp/bin/server start traffic && /opt/wlp/bin/server stop traffic' \
 && find /opt/warm/traffic -mindepth 1 -maxdepth 1 ! -name workarea -exec rm -r {} + \
 && rm -rf /tmp/* && chmod -R g=u /opt/warm
VOLUME ["/data", "/output"]
EXPOSE 9443
STOPSIGNAL SIGTERM
ENTRYPOINT ["/opt/start"]
