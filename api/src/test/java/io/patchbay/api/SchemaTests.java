package io.patchbay.api;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.introspection.Introspection;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import io.patchbay.access.AccessKind;
import io.patchbay.access.AccessStatus;
import io.patchbay.access.CheckReason;
import io.patchbay.attention.Expiring;
import io.patchbay.attention.Remedy;
import io.patchbay.attention.Severity;
import io.patchbay.company.Company;
import io.patchbay.company.CompanyGroup;
import io.patchbay.connector.CompanyGroupNotEmpty;
import io.patchbay.connector.Connector;
import io.patchbay.connector.ConnectorAlreadyExists;
import io.patchbay.history.UptimeSpan;
import io.patchbay.identity.ApiToken;
import io.patchbay.instance.Instance;
import io.patchbay.instance.SystemInUse;
import io.patchbay.setup.Draft;
import io.patchbay.setup.SetupKind;
import io.patchbay.setup.SetupStep;
import io.patchbay.setup.StepNotReachable;
import io.patchbay.shared.FieldKind;
import io.patchbay.shared.InvalidInput;
import io.patchbay.shared.RefusalCode;
import io.patchbay.shared.StaleVersion;
import io.patchbay.system.AuthenticationType;
import io.patchbay.system.CredentialKind;
import io.patchbay.system.Environment;
import io.patchbay.system.RateLimit;
import io.patchbay.system.SystemCategory;
import io.patchbay.system.SystemDefinition;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.graphql.execution.SchemaMappingInspector;
import org.springframework.stereotype.Controller;

class SchemaTests extends ApiTest {

    /** What only the pages can be refused with, because GraphQL offers no such operation. */
    private static final EnumSet<RefusalCode> NOT_BY_GRAPHQL = EnumSet.of(
            RefusalCode.INVALID_EMAIL,
            RefusalCode.INVALID_PASSWORD,
            RefusalCode.EMAIL_TAKEN,
            RefusalCode.REGISTRATION_CLOSED,
            RefusalCode.TOO_MANY_ATTEMPTS,
            RefusalCode.WRONG_SETUP_CODE,
            RefusalCode.AUTHORIZATION_UNKNOWN,
            RefusalCode.AUTHORIZATION_EXPIRED,
            RefusalCode.AUTHORIZATION_USED,
            RefusalCode.AUTHORIZATION_OTHER_BROWSER,
            RefusalCode.AUTHORIZATION_OTHER_PERSON,
            RefusalCode.AUTHORIZATION_DECLINED,
            RefusalCode.AUTHORIZATION_REFUSED,
            RefusalCode.AUTHORIZATION_ANSWER_UNUSABLE,
            RefusalCode.AUTHORIZATION_EXCHANGE_REFUSED,
            RefusalCode.AUTHORIZATION_SYSTEM_UNREACHABLE,
            RefusalCode.AUTHORIZATION_CHANGED);

    @Autowired
    private GraphQlSource source;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private List<RuntimeWiringConfigurer> wirings;

    @Test
    void everyFieldArgumentAndRegistrationIsMapped() {
        var wiring = graphql.schema.idl.RuntimeWiring.newRuntimeWiring();
        wirings.forEach(configurer -> configurer.configure(wiring));
        var inspector = SchemaMappingInspector.initializer()
                .classMapping("System", SystemDefinition.class)
                .classMapping("Connector", Connector.class)
                .classMapping("Instance", Instance.class)
                .classMapping("Company", Company.class)
                .classMapping("CompanyGroup", CompanyGroup.class)
                .classMapping("ApiToken", ApiToken.class)
                .classMapping("Draft", Draft.class)
                .classMapping("StepNotReachable", StepNotReachable.class)
                .classMapping("InvalidInput", InvalidInput.class)
                .classMapping("StaleVersion", StaleVersion.class)
                .classMapping("SystemInUse", SystemInUse.class)
                .classMapping("CompanyGroupNotEmpty", CompanyGroupNotEmpty.class)
                .classMapping("ConnectorAlreadyExists", ConnectorAlreadyExists.class);

        var report = inspector.inspect(schema(), wiring.build().getDataFetchers());

        assertThat(report.unmappedFields()).isEmpty();
        assertThat(report.unmappedArguments()).isEmpty();
        assertThat(report.unmappedRegistrations()).isEmpty();
        assertThat(report.fieldNullnessErrors()).isEmpty();
        assertThat(report.argumentNullnessErrors()).isEmpty();
    }

    @Test
    void everythingIsDescribed() {
        var silent = new ArrayList<String>();
        for (var directive : schema().getDirectives()) {
            note(silent, "@" + directive.getName(), directive);
            directive.getArguments().forEach(argument -> note(silent, "@" + directive.getName(), argument));
        }
        for (var type : ownTypes()) {
            note(silent, type.getName(), type);
            switch (type) {
                case GraphQLFieldsContainer fields ->
                    fields.getFieldDefinitions().forEach(field -> {
                        note(silent, type.getName(), field);
                        field.getArguments()
                                .forEach(argument -> note(silent, type.getName() + "." + field.getName(), argument));
                    });
                case GraphQLInputObjectType input ->
                    input.getFields().forEach(field -> note(silent, type.getName(), field));
                case GraphQLEnumType values -> values.getValues().forEach(value -> note(silent, type.getName(), value));
                default -> {}
            }
        }

        assertThat(silent).isEmpty();
    }

    @Test
    void everyListIsPagedNarrowedOrderedAndCounted() {
        var lists = ownTypes().stream()
                .filter(GraphQLFieldsContainer.class::isInstance)
                .map(GraphQLFieldsContainer.class::cast)
                .flatMap(type -> type.getFieldDefinitions().stream())
                .filter(field -> type(field).endsWith("Connection"))
                .toList();

        assertThat(lists).hasSizeGreaterThan(10).allSatisfy(list -> {
            // A history is narrowed by the one question that it has.
            var narrowing = list.getName().equals("checks") ? "changesOnly" : "filter";
            assertThat(list.getArguments())
                    .as(list.getName())
                    .extracting(GraphQLArgument::getName)
                    .contains("first", "after", "last", "before", narrowing, "orderBy");
            assertThat(schema().getObjectType(type(list))
                            .getFieldDefinition("totalCount")
                            .hasAppliedDirective("cost"))
                    .as("What counting %s costs is declared", list.getName())
                    .isTrue();
        });
    }

    private static String type(GraphQLFieldDefinition field) {
        return GraphQLTypeUtil.unwrapAllAs(field.getType()) instanceof GraphQLNamedType type ? type.getName() : "";
    }

    @Test
    void whatWaitsForOthersCostsMoreThanWhatDoesNot() {
        assertThat(schema().getMutationType().getFieldDefinitions())
                .filteredOn(mutation -> mutation.hasAppliedDirective("waits"))
                .isNotEmpty()
                .allMatch(mutation -> mutation.hasAppliedDirective("cost"));
    }

    @Test
    void everythingOfTheContractIsThere() {
        var contract = schema("contract.graphqls");
        var missing = new ArrayList<String>();
        contract.getAllTypesAsList().stream()
                .filter(type -> !Introspection.isIntrospectionTypes(type))
                .forEach(promised -> missing.addAll(Promise.broken(promised, schema().getType(promised.getName()))));

        assertThat(missing).isEmpty();
    }

    @Test
    void everyRefusalOfAMutationHasItsCode() {
        assertThat(values("UserErrorCode"))
                .containsExactlyInAnyOrderElementsOf(names(EnumSet.complementOf(NOT_BY_GRAPHQL)));
    }

    @Test
    void theValuesOfTheDomainAreThoseOfTheSchema() {
        Map<String, Enum<?>[]> enums = Map.ofEntries(
                Map.entry("SetupKind", SetupKind.values()),
                Map.entry("SetupStep", SetupStep.values()),
                Map.entry("SetupFieldKind", FieldKind.values()),
                Map.entry("Environment", Environment.values()),
                Map.entry("AccessKind", AccessKind.values()),
                Map.entry("AccessStatus", AccessStatus.values()),
                Map.entry("CheckReason", CheckReason.values()),
                Map.entry("ConcernRemedy", Remedy.values()),
                Map.entry("ConcernSeverity", Severity.values()),
                Map.entry("ExpiringKind", Expiring.Kind.values()),
                Map.entry("UptimeSpan", UptimeSpan.values()),
                Map.entry("SystemCategory", SystemCategory.values()),
                Map.entry("AuthenticationType", AuthenticationType.values()),
                Map.entry("CredentialKind", CredentialKind.values()),
                Map.entry("RateLimitUnit", RateLimit.Unit.values()),
                Map.entry("ApiTokenState", ApiToken.State.values()));

        enums.forEach((type, values) ->
                assertThat(values(type)).as(type).containsExactlyInAnyOrderElementsOf(names(Arrays.asList(values))));
    }

    @Test
    void everyCodeOfAnErrorIsListedWithWhatToDo() {
        assertThat(values("ErrorCode")).containsExactlyInAnyOrderElementsOf(names(Arrays.asList(ErrorCode.values())));
    }

    @Test
    void everyMutationSaysWhatCameOfIt() {
        var mutations = context.getBeansWithAnnotation(Controller.class).values().stream()
                .flatMap(controller -> Stream.of(controller.getClass().getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(MutationMapping.class))
                .toList();

        assertThat(mutations)
                .hasSize(schema().getMutationType().getFieldDefinitions().size())
                .allMatch(method -> Payload.class.isAssignableFrom(method.getReturnType()));
    }

    @Test
    void toolsMayReadTheWholeSchema() {
        ask(graphql.introspection.IntrospectionQuery.INTROSPECTION_QUERY)
                .path("__schema.queryType.name")
                .entity(String.class)
                .isEqualTo("Query");
    }

    private GraphQLSchema schema() {
        return source.schema();
    }

    private List<GraphQLNamedType> ownTypes() {
        var builtIn = List.of("String", "Int", "Float", "Boolean", "ID");
        return schema().getAllTypesAsList().stream()
                .filter(type -> !Introspection.isIntrospectionTypes(type) && !builtIn.contains(type.getName()))
                .toList();
    }

    private static void note(List<String> silent, String where, GraphQLNamedSchemaElement element) {
        if (element.getDescription() == null || element.getDescription().isBlank()) {
            silent.add(where + "." + element.getName());
        }
    }

    private List<String> values(String type) {
        return ((GraphQLEnumType) schema().getType(type))
                .getValues().stream().map(value -> value.getName()).toList();
    }

    private static List<String> names(Iterable<? extends Enum<?>> values) {
        return Stream.of(values)
                .flatMap(all -> java.util.stream.StreamSupport.stream(all.spliterator(), false))
                .map(Enum::name)
                .toList();
    }

    private static GraphQLSchema schema(String resource) {
        try (var text =
                new InputStreamReader(SchemaTests.class.getResourceAsStream("/" + resource), StandardCharsets.UTF_8)) {
            TypeDefinitionRegistry types = new SchemaParser().parse(text);
            return UnExecutableSchemaGenerator.makeUnExecutableSchema(types);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
