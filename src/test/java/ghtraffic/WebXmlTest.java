package ghtraffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** How the one address that the server itself guards is guarded. */
class WebXmlTest {

    private static final Path WEBAPP = Path.of("src/main/webapp");

    @Test
    void noConstraintIsLimitedToSomeMethods() throws Exception {
        assertThat(children(webXml(), "http-method")).isEmpty();
        assertThat(children(webXml(), "http-method-omission")).isEmpty();
    }

    @Test
    void nothingTravelsWithoutTls() throws Exception {
        for (Element constraint : children(webXml(), "security-constraint")) {
            assertThat(children(constraint, "transport-guarantee"))
                    .extracting(Node::getTextContent)
                    .containsExactly("CONFIDENTIAL");
        }
    }

    private static Element webXml() throws IOException, SAXException, ParserConfigurationException {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(WEBAPP.resolve("WEB-INF/web.xml").toFile())
                .getDocumentElement();
    }

    private static List<Element> children(Element root, String name) {
        NodeList found = root.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }
}
