package io.patchbay.access.connectivity;

import io.patchbay.connectivity.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.xml.sax.SAXException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.json.JsonMapper;

/** Finds values in answers that are JSON or XML. */
final class AnswerValues {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private AnswerValues() {}

    /** By JSON Pointer (RFC 6901), or by XPath where the answer is XML; empty where there is nothing. */
    static Optional<String> find(Answer answer, String pointer) {
        var found =
                answer.text().stripLeading().startsWith("<") ? inXml(answer, pointer) : inJson(answer.body(), pointer);
        return found.filter(value -> !value.isEmpty());
    }

    /** By JSON Pointer (RFC 6901); empty where there is nothing. */
    static Optional<String> find(byte[] json, String pointer) {
        return inJson(json, pointer).filter(value -> !value.isEmpty());
    }

    static boolean isJson(Answer answer) {
        try {
            JSON.readTree(answer.body());
            return true;
        } catch (JacksonException unreadable) {
            return false;
        }
    }

    private static Optional<String> inJson(byte[] json, String pointer) {
        try {
            var node = JSON.readTree(json).at(JsonPointer.compile(pointer));
            return node.isValueNode() && !node.isNull() ? Optional.of(node.asString()) : Optional.empty();
        } catch (JacksonException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<String> inXml(Answer answer, String path) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            // No document type, so nothing is fetched from elsewhere and nothing multiplies.
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setNamespaceAware(true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            var document = builder.parse(new ByteArrayInputStream(answer.body()));
            return Optional.of(XPathFactory.newInstance()
                    .newXPath()
                    .evaluate(path, document)
                    .strip());
        } catch (ParserConfigurationException | SAXException | IOException | XPathExpressionException unreadable) {
            return Optional.empty();
        }
    }
}
