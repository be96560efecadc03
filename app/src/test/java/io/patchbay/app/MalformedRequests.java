package io.patchbay.app;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** HTTP requests to the API that are wrong in some way, down to their bytes. The same seed gives the same ones. */
final class MalformedRequests {

    private static final List<String> CHANGES = List.of(
            "mutation($v: CreateConnectorInput!) { createConnector(input: $v) { userErrors { code } } }",
            "mutation($v: CreateApiTokenInput!) { createApiToken(input: $v) { userErrors { code } } }",
            "mutation($v: CreateCompanyGroupInput!) { createCompanyGroup(input: $v) { userErrors { code } } }",
            "mutation($v: InstallSystemInput!) { installSystem(input: $v) { userErrors { code } } }",
            "mutation($v: DeleteInput!) { deleteConnector(input: $v) { userErrors { code } } }",
            "mutation($v: CheckInput!) { checkConnector(input: $v) { userErrors { code } } }",
            "query($v: Int) { connectors(first: $v) { nodes { id } } }",
            "query($v: String) { systems(after: $v) { nodes { id } } }",
            "query($v: ConnectorFilter) { connectors(filter: $v) { nodes { id } } }",
            "query($v: ID!) { node(id: $v) { id } }",
            "query($v: [ID!]!) { nodes(ids: $v) { id } }",
            "query($v: Boolean!) { viewer { name @skip(if: $v) } }");

    private final RandomGenerator random;
    private final RandomDocuments documents;
    private final String token;
    private final List<Kind> kinds;

    MalformedRequests(RandomGenerator random, String token) {
        this.random = random;
        this.token = token;
        this.documents = new RandomDocuments(random);
        this.kinds = List.of(
                new Kind("grammatical", () -> post(document(documents.document()))),
                new Kind("spoiled", () -> post(document(spoiled(documents.document())))),
                new Kind("spoiled bytes", () -> post(spoiledBytes(document(documents.document())))),
                new Kind("nested", () -> post(document(nested()))),
                new Kind("fragments", () -> post(document(fragments()))),
                new Kind("many", () -> post(document(many()))),
                new Kind("too long", () -> post(document(tooLong()))),
                new Kind(
                        "number",
                        () -> post(document("{ connectors(first: " + documents.number() + ") { nodes { id } } }"))),
                new Kind("variables", () -> post(variables())),
                new Kind("variables again", () -> post(variables())),
                new Kind("envelope", () -> post(envelope())),
                new Kind("deep JSON", () -> post(deepJson())),
                new Kind("persisted", () -> post(persisted())),
                new Kind("GET", this::get),
                new Kind("headers", this::otherHeaders),
                new Kind("chunked", this::chunked),
                new Kind("truncated", this::truncated));
    }

    /** @param complete whether an answer must come */
    record Request(byte[] bytes, boolean complete) {

        String beginning() {
            return new String(bytes, 0, Math.min(bytes.length, 1_500), StandardCharsets.ISO_8859_1);
        }
    }

    /** One way of being wrong, and requests that are. */
    record Kind(String name, Supplier<Request> requests) {}

    List<Kind> kinds() {
        return kinds;
    }

    Request next() {
        return documents.pick(kinds).requests().get();
    }

    private String spoiled(String document) {
        var text = new StringBuilder(document);
        for (var times = 1 + random.nextInt(4); times > 0 && !text.isEmpty(); times--) {
            var from = random.nextInt(text.length());
            var to = Math.min(text.length(), from + 1 + random.nextInt(8));
            switch (random.nextInt(3)) {
                case 0 -> text.delete(from, to);
                case 1 -> text.insert(from, text.substring(from, to).repeat(1 + random.nextInt(3)));
                default ->
                    text.insert(
                            from,
                            documents.pick(List.of(
                                    "{", "}", "(", ")", "[", "!", "@", "&", "...", "\"", "\"\"\"", "#", "\0", "\uFEFF",
                                    "$", ":")));
            }
        }
        return text.toString();
    }

    private byte[] spoiledBytes(byte[] body) {
        var spoiled = body.clone();
        for (var times = 1 + random.nextInt(4); times > 0; times--) {
            spoiled[random.nextInt(spoiled.length)] = documents.pick(
                    List.of((byte) 0, (byte) 0xFF, (byte) 0xC0, (byte) 0xED, (byte) '"', (byte) '\\', (byte) 0x1F));
        }
        return spoiled;
    }

    private String nested() {
        var depth = 1 + random.nextInt(random.nextBoolean() ? 100 : 30_000);
        return switch (random.nextInt(5)) {
            case 0 -> "{ viewer " + "{ company ".repeat(depth) + "}".repeat(depth + random.nextInt(2));
            case 1 -> "{ node(id: " + "[".repeat(depth) + "]".repeat(depth) + ") { id } }";
            case 2 -> "{ connectors(filter: " + "{a: ".repeat(depth) + "1" + "}".repeat(depth) + ") { nodes { id } } }";
            case 3 -> "query($a: " + "[".repeat(depth) + "Int" + "]".repeat(depth) + ") { viewer { name } }";
            default -> "{ " + "... on Query { ".repeat(depth) + "viewer { name }" + " }".repeat(depth) + " }";
        };
    }

    private String fragments() {
        var number = 1 + random.nextInt(random.nextBoolean() ? 60 : 1_200);
        var circle = random.nextBoolean();
        var spreads = 1 + random.nextInt(3);
        IntFunction<String> fragment = at -> "fragment f%d on Query { %s%s }"
                .formatted(
                        at,
                        at == number - 1 && !circle ? "__typename " : "",
                        at == number - 1 && !circle
                                ? ""
                                : "...f%d ".formatted((at + 1) % number).repeat(spreads));
        return "{ ...f0 } " + IntStream.range(0, number).mapToObj(fragment).collect(Collectors.joining(" "));
    }

    private String many() {
        var number = 10_000;
        IntFunction<String> one = switch (random.nextInt(7)) {
            case 0 -> at -> "a" + at + ": __typename";
            case 1 -> at -> "viewer { name @skip(if: false) @include(if: true) }";
            case 2 -> at -> "... { viewer { name } }";
            case 3 -> at -> "a" + at + ": viewer { b" + at + ": name }";
            case 4 -> at -> "...f" + at % 7;
            case 5 -> at -> "node(id: \"" + at + "\") { id }";
            default -> at -> "viewer { ... on Viewer { name } }";
        };
        return switch (random.nextInt(4)) {
            case 0 ->
                IntStream.range(0, number)
                        .mapToObj(at -> "query q" + at + " { viewer { name } }")
                        .collect(Collectors.joining(" "));
            case 1 ->
                IntStream.range(0, number)
                        .mapToObj(at -> "$v" + at + ": Int")
                        .collect(Collectors.joining(", ", "query(", ") { viewer { name } }"));
            default -> IntStream.range(0, number).mapToObj(one).collect(Collectors.joining(" ", "{ ", " }"));
        };
    }

    private String tooLong() {
        var length = 1 + random.nextInt(900_000);
        return switch (random.nextInt(5)) {
            case 0 -> "{ system(slug: \"" + "x".repeat(length) + "\") { id } }";
            case 1 -> "{ viewer { " + "n".repeat(length) + " } }";
            case 2 -> "{ viewer { name } } #" + " ".repeat(length);
            case 3 -> "{ viewer { name } }" + ",\n".repeat(length / 2);
            default -> "{ system(slug: \"\"\"" + "\\n".repeat(length / 2) + "\"\"\") { id } }";
        };
    }

    private byte[] variables() {
        return utf8("{\"query\":" + quoted(documents.pick(CHANGES)) + ",\"variables\":{\"v\":" + json(3) + "}}");
    }

    private byte[] envelope() {
        var query = "\"query\":\"{ viewer { name } }\"";
        return utf8(documents.pick(List.of(
                "{" + query + "," + query + "}",
                "{" + query + ",\"variables\":{\"a\":1,\"a\":2}}",
                "{" + query + ",\"variables\":" + json(2) + "}",
                "{" + query + ",\"extensions\":" + json(2) + "}",
                "{" + query + ",\"operationName\":" + json(1) + "}",
                "{\"query\":" + json(2) + "}",
                "[" + ("{" + query + "},").repeat(random.nextInt(2_000)) + "{" + query + "}]",
                json(3),
                "{" + query + "}" + json(1),
                "\uFEFF{" + query + "}",
                "{" + query + ",}",
                "{'query':'{ viewer { name } }'}",
                "//\n{" + query + "}",
                "{" + query + ",\"" + "k".repeat(random.nextInt(200_000)) + "\":1}",
                " ".repeat(random.nextInt(100_000)))));
    }

    private byte[] deepJson() {
        var depth = 1 + random.nextInt(100_000);
        var open = random.nextBoolean() ? "[" : "{\"a\":";
        return utf8("{\"query\":\"{ viewer { name } }\",\"" + documents.pick(List.of("variables", "extensions", "x"))
                + "\":{\"a\":" + open.repeat(depth)
                + (random.nextBoolean() ? "" : "1" + (open.equals("[") ? "]" : "}").repeat(depth) + "}}"));
    }

    private byte[] persisted() {
        return utf8("{\"extensions\":{\"persistedQuery\":"
                + documents.pick(List.of(
                        json(2),
                        "{\"version\":1,\"sha256Hash\":" + json(0) + "}",
                        "{\"version\":" + documents.number() + ",\"sha256Hash\":\"x\"}",
                        "{\"version\":1,\"sha256Hash\":\"" + "f".repeat(random.nextInt(100_000)) + "\"}"))
                + ",\"cost\":" + json(1) + "}"
                + (random.nextBoolean() ? ",\"query\":\"{ viewer { name } }\"" : "") + "}");
    }

    private Request get() {
        var parameters = documents.pick(List.of(
                "query=%zz",
                "query=%00",
                "query=%FF%FE",
                "query=%7Bviewer%7Bname%7D%7D&variables=" + "%5B".repeat(random.nextInt(2_000)),
                "query=%7Bviewer%7Bname%7D%7D&variables=null&extensions=%22",
                "query=mutation%7B__typename%7D",
                "query=" + "x".repeat(random.nextInt(20_000)),
                "query=%7Bviewer%7Bname%7D%7D&query=" + random.nextInt(),
                "&".repeat(random.nextInt(5_000)),
                "=" + random.nextInt(),
                "query={viewer{name}}",
                "extensions=%7B%22persistedQuery%22%3A" + random.nextInt() + "%7D"));
        return request(
                documents.pick(List.of("GET", "GET", "HEAD", "PUT", "x")), "?" + parameters, "", new byte[0], true);
    }

    private Request otherHeaders() {
        var header = documents.pick(List.of(
                "Content-Type: "
                        + documents.pick(List.of(
                                "text/plain",
                                ";;;",
                                "application/json; charset=x",
                                "a/b/c",
                                "application/json, text/html",
                                "*/*",
                                "\u00ff")),
                "Content-Type: application/json\r\nAccept: "
                        + documents.pick(List.of(
                                "a/b;q=x",
                                ",,,",
                                "*",
                                "text/event-stream",
                                "x".repeat(3_000),
                                "application/json;q=9",
                                "\"")),
                "Content-Type: application/json\r\nContent-Encoding: gzip",
                "Content-Type: application/json\r\nExpect: nonsense",
                "Content-Type: application/json\r\nOrigin: "
                        + documents.pick(List.of("null", "https://evil.example", "::::", "http://[", "x y")),
                "Content-Type: application/json\r\nX-Forwarded-For: "
                        + documents.pick(List.of("x", "1.2.3.4.5", "[", ",,", "::1%eth0", "%00")),
                "Content-Type: application/json\r\nX-Forwarded-Host: "
                        + documents.pick(List.of(":", "a:b:c", "[", "x:99999999", "é")),
                "Content-Type: application/json\r\nX-Forwarded-Proto: "
                        + documents.pick(List.of("x", "javascript", "", "https, http")),
                "Content-Type: application/json\r\nX-Forwarded-Prefix: "
                        + documents.pick(List.of("/../", "//x", "%", "\\")),
                "Content-Type: application/json\r\nAccept-Language: "
                        + documents.pick(List.of("*;q=2", "x-".repeat(500), "de;q=x", ",")),
                "Content-Type: application/json\r\nCookie: patchbay="
                        + documents.pick(List.of("\"", "x".repeat(4_000), ";;", "=")),
                "Content-Type: application/json\r\nAccept-Encoding: "
                        + documents.pick(List.of("gzip;q=x", "*", "gzip, gzip"))));
        return request("POST", "", header, document("{ viewer { name } }"), true);
    }

    private Request chunked() {
        var head = head("POST", "", "Content-Type: application/json\r\nTransfer-Encoding: chunked");
        var body = "{\"query\":\"{ viewer { name } }\"}";
        var chunks = documents.pick(List.of(
                "zz\r\n" + body,
                "-5\r\n" + body + "\r\n0\r\n\r\n",
                "ffffffffffffffffff\r\n" + body,
                Integer.toHexString(body.length()) + "\r\n" + body,
                Integer.toHexString(body.length() / 2) + "\r\n" + body + "\r\n0\r\n\r\n",
                "5;" + "x".repeat(random.nextInt(20_000)) + "\r\n{\"que\r\n0\r\n\r\n",
                "0\r\nTrailer: " + "x".repeat(random.nextInt(20_000)) + "\r\n\r\n",
                "1\n{\n0\n\n"));
        return new Request(utf8(head + chunks), false);
    }

    private Request truncated() {
        var body = document(documents.document());
        var whole = request("POST", "", "Content-Type: application/json", body, false)
                .bytes();
        var kept = new ByteArrayOutputStream();
        kept.write(whole, 0, 1 + random.nextInt(whole.length - 1));
        return new Request(kept.toByteArray(), false);
    }

    private String json(int depth) {
        return switch (random.nextInt(depth == 0 ? 8 : 10)) {
            case 0 -> "null";
            case 1 -> documents.pick(List.of("true", "false"));
            case 2 -> documents.number();
            case 3 -> Long.toString(random.nextLong());
            case 4 -> documents.pick(List.of("1e400", "-1e999999999", "1e-999999999", "0.1", "-0", "1E2147483647"));
            case 5 -> quoted(documents.document());
            case 6 ->
                documents.pick(List.of(
                        "\"\"", "\"\\u0000\"", "\"\\ud800\"", "\"\\uDFFFx\"", "\"2026-13-45T99:99:99Z\"", "\"\\q\""));
            case 7 -> quoted("x".repeat(random.nextInt(50_000)));
            case 8 ->
                IntStream.range(0, random.nextInt(4))
                        .mapToObj(at -> json(depth - 1))
                        .collect(Collectors.joining(",", "[", "]"));
            default ->
                IntStream.range(0, random.nextInt(5))
                        .mapToObj(at -> quoted(documents.pick(List.of(
                                        "name",
                                        "systemSlug",
                                        "environment",
                                        "credentials",
                                        "key",
                                        "value",
                                        "id",
                                        "version",
                                        "search",
                                        "status",
                                        "timeZone",
                                        "dateFormat",
                                        "authenticationMethod",
                                        "expiresAt",
                                        "a")))
                                + ":" + json(depth - 1))
                        .collect(Collectors.joining(",", "{", "}"));
        };
    }

    private byte[] document(String document) {
        return utf8("{\"query\":" + quoted(document) + "}");
    }

    private Request post(byte[] body) {
        var accept = random.nextBoolean() ? "\r\nAccept: application/graphql-response+json" : "";
        return request("POST", "", "Content-Type: application/json" + accept, body, true);
    }

    private Request request(String method, String parameters, String headers, byte[] body, boolean complete) {
        var length = "Content-Length: " + body.length;
        var head = head(method, parameters, headers.isEmpty() ? length : headers + "\r\n" + length);
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
        bytes.writeBytes(body);
        return new Request(bytes.toByteArray(), complete);
    }

    private String head(String method, String parameters, String headers) {
        return method + " /graphql" + parameters + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Authorization: Bearer " + token + "\r\n" + headers + "\r\n\r\n";
    }

    private static String quoted(String text) {
        return ApiClient.text(text);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
