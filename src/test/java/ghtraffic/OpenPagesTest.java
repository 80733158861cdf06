package ghtraffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What opens a page although another constraint protects it: constraints add up, and the laxest of them wins. */
class OpenPagesTest {

    private static final Path WEBAPP = Path.of("src/main/webapp");

    @Test
    void onlyTheWayInAndTheWayOutAreOpenToAll() throws Exception {
        List<String> open = new ArrayList<>();
        for (Element constraint : children(webXml(), "security-constraint")) {
            if (children(constraint, "auth-constraint").isEmpty()) {
                children(constraint, "url-pattern").forEach(pattern -> open.add(pattern.getTextContent()));
            }
        }
        assertThat(open).containsExactlyInAnyOrder("/index.xhtml", "/signed-out.xhtml");
    }

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

    @Test
    void pagesLieSideBySideWhereTheConstraintsNameThem() throws IOException {
        try (Stream<Path> files = Files.walk(WEBAPP)) {
            assertThat(files.filter(file -> file.toString().endsWith(".xhtml"))
                            .filter(file -> !file.startsWith(WEBAPP.resolve("WEB-INF")))
                            .filter(file -> !file.startsWith(WEBAPP.resolve("resources"))))
                    .isNotEmpty()
                    .allMatch(file -> WEBAPP.equals(file.getParent()));
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
