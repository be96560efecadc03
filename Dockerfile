# Patchbay for those who have Docker: the jar on a small JRE, as a user without rights. Uses a PostgreSQL beside it.
FROM maven:3-eclipse-temurin-25 AS build
WORKDIR /src
COPY . .
RUN mvn -B -q -DskipTests -pl app -am package \
 && java -Djarmode=tools -jar app/target/patchbay.jar extract --destination /opt/patchbay

FROM eclipse-temurin:25-jre
RUN useradd --system --create-home --home-dir /var/lib/patchbay patchbay
COPY --from=build --chown=patchbay /opt/patchbay /opt/patchbay
COPY script/practise app/jvm.options /opt/patchbay/
USER patchbay
# One start while the image is made; every later one takes less than half the time.
RUN /opt/patchbay/practise /opt/patchbay /opt/patchbay/jvm.options
WORKDIR /var/lib/patchbay
ENV PATCHBAY_DATA_DIR=/var/lib/patchbay/data
VOLUME /var/lib/patchbay/data
EXPOSE 8080
HEALTHCHECK --start-period=60s CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /actuator/health/readiness HTTP/1.0\r\n\r\n' >&3 && grep -q '\"UP\"' <&3"]
ENTRYPOINT ["java", "@/opt/patchbay/jvm.options", "-XX:AOTCache=/opt/patchbay/patchbay.aot", "-jar", "/opt/patchbay/patchbay.jar"]
