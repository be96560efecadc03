package io.patchbay.api;

import graphql.execution.preparsed.PreparsedDocumentProvider;
import graphql.schema.GraphQLScalarType;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import org.springframework.graphql.data.method.annotation.support.AnnotatedControllerConfigurer;
import org.springframework.graphql.execution.ClassNameTypeResolver;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:io/patchbay/api/graphql.properties")
class GraphQlConfiguration {

    // Four digits for the year, as RFC 3339 has it; Java would take years that no database keeps.
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}[Tt ]\\d{2}:\\d{2}:\\d{2}.*");

    @Bean
    RuntimeWiringConfigurer scalars() {
        return wiring -> wiring.scalar(dateTime()).scalar(timeZone()).scalar(url());
    }

    @Bean
    GraphQlSourceBuilderCustomizer typesAndDocuments(PreparsedDocumentProvider documents) {
        return source -> source.defaultTypeResolver(shownAs())
                .configureGraphQl(graphQl -> graphQl.preparsedDocumentProvider(documents));
    }

    /**
     * Controllers answer on the thread of the request: who is asking is known there and nowhere else, and a hop to another
     * thread costs more than most answers.
     */
    @Bean
    static BeanPostProcessor controllersStayOnTheirThread() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof AnnotatedControllerConfigurer controllers) {
                    controllers.setBlockingMethodPredicate(method -> false);
                }
                return bean;
            }
        };
    }

    /** A type's name is its class's; a definition and a summary are shown as what they define and sum up. */
    private static ClassNameTypeResolver shownAs() {
        var resolver = new ClassNameTypeResolver();
        resolver.setClassNameExtractor(type -> type.getSimpleName().replaceFirst("(Definition|Summary)$", ""));
        return resolver;
    }

    private static GraphQLScalarType dateTime() {
        return TextScalar.<Instant>named(
                "DateTime",
                "2026-11-22T14:30:00Z",
                DateTimeFormatter.ISO_INSTANT::format,
                GraphQlConfiguration::moment);
    }

    private static GraphQLScalarType timeZone() {
        return TextScalar.named("TimeZone", "Europe/Berlin", ZoneId::getId, text -> Optional.empty());
    }

    private static GraphQLScalarType url() {
        return TextScalar.named("URL", "https://example.com/", URI::toString, text -> Optional.empty());
    }

    private static Optional<Instant> moment(String text) {
        try {
            return MOMENT.matcher(text).matches()
                    ? Optional.of(OffsetDateTime.parse(text.replace(' ', 'T')).toInstant())
                    : Optional.empty();
        } catch (DateTimeException notAMoment) {
            return Optional.empty();
        }
    }
}
