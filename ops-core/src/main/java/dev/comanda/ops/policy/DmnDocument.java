package dev.comanda.ops.policy;

import dev.comanda.ops.policy.TableProblem.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * A DMN document that is safe to look into: of bounded size, without entities, with no element beyond one decision table and
 * no expression language but FEEL.
 */
record DmnDocument(Element definitions, String text) {

    static final String MODEL = "https://www.omg.org/spec/DMN/20191111/MODEL/";

    private static final int MAX_BYTES = 256 * 1024;
    private static final Set<String> FEEL = Set.of("", "feel", "https://www.omg.org/spec/DMN/20191111/FEEL/");

    /** All that a decision table is made of; anything else could compute. */
    private static final Set<String> KNOWN = Set.of(
            "definitions",
            "description",
            "decision",
            "decisionTable",
            "input",
            "inputExpression",
            "inputValues",
            "output",
            "outputValues",
            "rule",
            "inputEntry",
            "outputEntry",
            "text");

    /** How a diagram is drawn; no engine reads it. */
    private static final String DRAWING = "https://www.omg.org/spec/DMN/20191111/DMNDI/";

    static DmnDocument parse(byte[] dmn) {
        if (dmn.length > MAX_BYTES) {
            throw new UnusableTableException(Kind.TOO_LARGE, "document", dmn.length + " > " + MAX_BYTES);
        }
        Element root = root(dmn);
        if (!MODEL.equals(root.getNamespaceURI()) || !root.getLocalName().equals("definitions")) {
            throw new UnusableTableException(Kind.NOT_DMN, "document", root.getNodeName());
        }
        check(root);
        return new DmnDocument(root, new String(dmn, StandardCharsets.UTF_8));
    }

    private static Element root(byte[] dmn) {
        try {
            Document document = builder().parse(new ByteArrayInputStream(dmn));
            // The engine reads the same bytes; in another encoding it might read another text.
            for (String encoding : new String[] {document.getInputEncoding(), document.getXmlEncoding()}) {
                if (encoding != null && !encoding.equalsIgnoreCase("UTF-8")) {
                    throw new UnusableTableException(Kind.OTHER_ENCODING, "document", encoding);
                }
            }
            return document.getDocumentElement();
        } catch (SAXParseException e) {
            String message = String.valueOf(e.getMessage());
            Kind kind = message.contains("DOCTYPE") ? Kind.HAS_DOCTYPE : Kind.NOT_XML;
            throw new UnusableTableException(
                    kind, "line " + e.getLineNumber(), kind == Kind.NOT_XML ? message : "<!DOCTYPE");
        } catch (SAXException | IOException e) {
            throw new UnusableTableException(Kind.NOT_XML, "document", String.valueOf(e.getMessage()));
        }
    }

    /** Without DOCTYPE there are no entities, so nothing is resolved and nothing expands. */
    private static DocumentBuilder builder() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            // It throws fatal errors and is silent about the rest; the JDK's own prints to the console.
            builder.setErrorHandler(new DefaultHandler());
            return builder;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the JDK's XML parser lacks what keeps it safe", e);
        }
    }

    private static void check(Element root) {
        NodeList elements = root.getElementsByTagName("*");
        IntStream.range(0, elements.getLength()).mapToObj(elements::item).forEach(node -> check((Element) node, root));
        checkLanguage(root);
    }

    private static void check(Element element, Element root) {
        boolean known = MODEL.equals(element.getNamespaceURI()) && KNOWN.contains(element.getLocalName());
        if (!known && !isDrawing(element, root)) {
            throw new UnusableTableException(Kind.UNKNOWN_ELEMENT, path(element), "<" + element.getNodeName() + ">");
        }
        checkLanguage(element);
    }

    private static void checkLanguage(Element element) {
        String language = element.getAttribute("expressionLanguage");
        if (!FEEL.contains(language)) {
            throw new UnusableTableException(Kind.OTHER_LANGUAGE, path(element), language);
        }
    }

    private static boolean isDrawing(Element element, Element root) {
        for (Node each = element; each != null && each != root; each = each.getParentNode()) {
            if (DRAWING.equals(each.getNamespaceURI()) && each.getParentNode() == root) {
                return true;
            }
        }
        return false;
    }

    private static String path(Element element) {
        Node parent = element.getParentNode();
        String id = parent instanceof Element above ? above.getAttribute("id") : "";
        return id.isEmpty() ? "<" + element.getNodeName() + ">" : "<" + element.getNodeName() + "> in " + id;
    }

    static List<Element> children(Element parent, String name) {
        NodeList nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(node -> MODEL.equals(node.getNamespaceURI()) && name.equals(node.getLocalName()))
                .map(Element.class::cast)
                .toList();
    }

    /** The text of the only child of this name; empty where there is none. */
    static String text(Element parent, String name) {
        return children(parent, name).stream()
                .findFirst()
                .map(child -> child.getTextContent().strip())
                .orElse("");
    }
}
