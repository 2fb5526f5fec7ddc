// What apps add to an address when a reader shares or opens it in them: it says nothing of the page.

const KEYS = new Set(
  [
    "from isappinstalled scene subscene ascene sessionid clicktime enterid nsukey wx_header pass_ticket exportkey", // WeChat
    "sharer_shareinfo sharer_shareinfo_first chksm srcid wechatShareType share_token share_source share_medium",
    "tdsourcetag _wv sudaref spm fbclid gclid", // QQ, Weibo, and others
  ].flatMap((line) => line.split(" ")),
);

/**
 * Whether a key of an address was added by an app, and not by this site.
 * @param {string} key
 */
export function isAdded(key) {
  return KEYS.has(key) || key.startsWith("utm_");
}
