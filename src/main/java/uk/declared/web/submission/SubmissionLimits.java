package uk.declared.web.submission;

import jakarta.servlet.MultipartConfigElement;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.multipart.MultipartResolver;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;
import uk.declared.deployment.Deployment;
import uk.declared.web.access.Attempts;

/** How much may be sent. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBean(Deployment.class)
class SubmissionLimits {
    private static final int FORM_BYTES = 64 * 1024;
    private static final int SUBMISSIONS_A_MINUTE = 60;

    /**
     * The bounds of one submission.
     *
     * @param bytes of the file
     */
    record Size(long bytes) {
        long mebibytes() {
            return bytes / (1024 * 1024);
        }
    }

    @Bean
    Size largestSubmission(@Value("${declared.submissions.max-bytes:52428800}") long bytes) {
        return new Size(bytes);
    }

    /** What is more than a file and the fields beside it is not read; files go to disk as they come. */
    @Bean
    MultipartConfigElement multipartConfig(Size largest) {
        return new MultipartConfigElement("", largest.bytes(), largest.bytes() + FORM_BYTES, FORM_BYTES);
    }

    @Bean
    MultipartResolver multipartResolver() {
        return new StandardServletMultipartResolver();
    }

    @Bean
    Attempts submissionRate(@Value("${declared.submissions.per-minute:" + SUBMISSIONS_A_MINUTE + "}") int most) {
        return new Attempts(most);
    }
}
