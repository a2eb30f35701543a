package fields

import "strings"

// unmarked are fields that the API server drops without their gate, though no comment says so.
// Read from the functions of pkg/api/pod that drop them; only what was off by default in some minor is here.
var unmarked = map[string]string{
	".template.spec.hostUsers":                      "UserNamespacesSupport",
	".lifecycle.stopSignal":                         "ContainerStopSignals",
	".volumes[].image":                              "ImageVolume",
	".securityContext.procMount":                    "ProcMountType",
	"Execution[].podAffinityTerm.matchLabelKeys":    "MatchLabelKeysInPodAffinity",
	"Execution[].podAffinityTerm.mismatchLabelKeys": "MatchLabelKeysInPodAffinity",
	"Execution[].matchLabelKeys":                    "MatchLabelKeysInPodAffinity",
	"Execution[].mismatchLabelKeys":                 "MatchLabelKeysInPodAffinity",
}

// misnamed are gates of comments that the feature tables do not have: under another name, or no longer.
var misnamed = map[string]string{
	"PodCertificateProjection": "PodCertificateRequest",
	"CSIStorageCapacity":       "", // always on since 1.24
}

func gateOf(path, fromComment string) string {
	if right, ok := misnamed[fromComment]; ok {
		return right
	}
	if fromComment != "" {
		return fromComment
	}
	for end, gate := range unmarked {
		if strings.HasSuffix(path, end) {
			return gate
		}
	}
	return ""
}
