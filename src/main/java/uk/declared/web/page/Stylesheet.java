package uk.declared.web.page;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;
import uk.declared.ground.Shipped;

/**
 * The one stylesheet of all pages: GOV.UK Frontend's, without the fonts and the crest that are for GOV.UK alone, and our
 * own after it. Its path names its content, so that it can be kept for good.
 */
@Component
public final class Stylesheet {
    private static final String WEBJAR = "META-INF/resources/webjars/govuk-frontend/";
    private static final String OWN = "uk/declared/web/assets/";
    private static final Pattern FONT_FACE = Pattern.compile("@font-face\\{[^}]*}");
    private static final Pattern IMAGE = Pattern.compile("url\\(/assets/images/[^)]*\\)");
    private static final String SYSTEM_FONTS = "var(--sans)";

    private final String css;
    private final String icon;
    private final String diagram;
    private final String upload;
    private final String live;
    private final String suggest;
    private final String version;

    Stylesheet() {
        String govuk =
                Shipped.text(WEBJAR + Shipped.webjarVersion("govuk-frontend") + "/dist/govuk/govuk-frontend.min.css");
        this.css = withoutGovernmentBrand(govuk) + Shipped.text(OWN + "declared.css");
        this.icon = Shipped.text(OWN + "icon.svg");
        this.diagram = Shipped.text(OWN + "model.svg");
        this.upload = Shipped.text(OWN + "upload.js");
        this.live = Shipped.text(OWN + "live.js");
        this.suggest = Shipped.text(OWN + "suggest.js");
        this.version = DigestUtils.md5DigestAsHex(
                        (css + icon + diagram + upload + live + suggest).getBytes(StandardCharsets.UTF_8))
                .substring(0, 12);
    }

    /** Changes whenever the stylesheet or one of the pictures does. */
    String version() {
        return version;
    }

    String css() {
        return css;
    }

    String icon() {
        return icon;
    }

    /** The script that shows the progress of sending a file. */
    String upload() {
        return upload;
    }

    /** The path of that script. */
    public String uploadPath() {
        return "/assets/" + version + "/upload.js";
    }

    /** The script that keeps pages up to date while results come in. */
    String live() {
        return live;
    }

    /** The path of that script. */
    String livePath() {
        return "/assets/" + version + "/live.js";
    }

    /** The script that offers what may be meant while somebody types into a search box. */
    String suggest() {
        return suggest;
    }

    /** The path of that script. */
    String suggestPath() {
        return "/assets/" + version + "/suggest.js";
    }

    /** The diagram of the vocabulary's core, {@code docs/model.svg}. */
    String diagram() {
        return diagram;
    }

    /** The path of the diagram of the vocabulary's core. */
    public String diagramPath() {
        return "/assets/" + version + "/model.svg";
    }

    String path() {
        return "/assets/" + version + "/declared.css";
    }

    String iconPath() {
        return "/assets/" + version + "/icon.svg";
    }

    private static String withoutGovernmentBrand(String css) {
        String fontless = FONT_FACE.matcher(css).replaceAll("").replace("GDS Transport,arial", SYSTEM_FONTS);
        return IMAGE.matcher(fontless).replaceAll("none");
    }
}
