import { parseRuleProfile } from '@core/qc/rule-profile';
import bbc from '../../../resources/rule-profiles/bbc.json' with { type: 'json' };
import netflixEnglish from '../../../resources/rule-profiles/netflix-en.json' with { type: 'json' };
import netflixChinese from '../../../resources/rule-profiles/netflix-zh-Hans.json' with { type: 'json' };

/** Some of the product's profiles. */
export const demoProfiles = [bbc, netflixEnglish, netflixChinese].map((value) =>
  parseRuleProfile(value, value.id),
);
