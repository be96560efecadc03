# Patchbay for those who have Docker: the jar on a small JRE, as a user without rights. Uses a PostgreSQL beside it.
FROM maven:3-eclipse-temurin-25 AS build
WORKDIR /src
COPY . .
RUN mvn -B -q -DskipTests -pl app -am package \
 && java -Djarmode=tools -jar app/target/patchbay.jar extract --destination /opt/patchbay

FROM eclipse-temurin:25-jre
RUN useradd --system --create-home --home-dir /var/lib/patchbay patchbay
COPY --from=build /opt/patchbay /opt/patchbay
USER patchbay
WORKDIR /var/lib/patchbay
ENV PATCHBAY_DATA_DIR=/var/lib/patchbay/data
VOLUME /var/lib/patchbay/data
EXPOSE 8080
HEALTHCHECK --start-period=60s CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /actuator/health/readiness HTTP/1.0\r\n\r\n' >&3 && grep -q '\"UP\"' <&3"]
ENTRYPOINT ["java", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-jar", "/opt/patchbay/patchbay.jar"]
