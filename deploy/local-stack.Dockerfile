# The local stack's MongoDB stand-in, for machines without a MongoDB image. For trying out only.
# Needs the jar: mvn -DskipTests package
FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --home-dir /app --shell /usr/sbin/nologin samling \
    && mkdir -p /app /data/db \
    && chown -R samling:samling /data
WORKDIR /app
COPY local-stack/target/local-stack-*-exec.jar local-stack.jar
USER samling
ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=60 -XX:+ExitOnOutOfMemoryError"
VOLUME /data/db
ENTRYPOINT ["java", "-jar", "local-stack.jar"]
