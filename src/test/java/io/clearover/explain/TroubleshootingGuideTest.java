package io.clearover.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class TroubleshootingGuideTest {

    private final Catalogue catalogue = new Catalogue();
    private final Document guide = parsed(new TroubleshootingGuide(catalogue).html());

    @Test
    void each_cause_has_a_section_with_something_to_do() {
        for (Cause cause : catalogue.causes()) {
            assertThat(itemsOf(cause.id())).as(cause.id()).isPositive();
        }
        assertThat(itemsOf(Explanation.UNRECOGNIZED)).isPositive();
    }

    @Test
    void each_step_has_its_row() {
        assertThat(guide.getElementsByTagName("tr").getLength())
                .isEqualTo(catalogue.steps().size() + 1);
    }

    @Test
    void nothing_technical_is_in_it() {
        LeakGuard guard = new LeakGuard();
        NodeList items = guide.getElementsByTagName("li");

        assertThat(IntStream.range(0, items.getLength())
                        .mapToObj(i -> items.item(i).getTextContent()))
                .noneMatch(guard::leaks);
    }

    /** How much is to do for the cause whose documentation link has this anchor. */
    private int itemsOf(String anchor) {
        NodeList sections = guide.getElementsByTagName("section");
        return IntStream.range(0, sections.getLength())
                .mapToObj(sections::item)
                .map(org.w3c.dom.Element.class::cast)
                .filter(section -> section.getAttribute("id").equals(anchor))
                .mapToInt(section -> section.getElementsByTagName("li").getLength())
                .sum();
    }

    private static Document parsed(String html) {
        try {
            String xml = html.replace("<!DOCTYPE html>", "");
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)));
        } catch (Exception e) {
            throw new AssertionError("the guide is not well-formed", e);
        }
    }
}
