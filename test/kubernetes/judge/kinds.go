package main

import (
	"slices"

	appsv1 "k8s.io/api/apps/v1"
	batchv1 "k8s.io/api/batch/v1"
	corev1 "k8s.io/api/core/v1"
	networkingv1 "k8s.io/api/networking/v1"
	rbacv1 "k8s.io/api/rbac/v1"
	schedulingv1 "k8s.io/api/scheduling/v1"
	storagev1 "k8s.io/api/storage/v1"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apiserver/pkg/registry/rest"

	_ "k8s.io/kubernetes/pkg/apis/apps/install"
	_ "k8s.io/kubernetes/pkg/apis/batch/install"
	_ "k8s.io/kubernetes/pkg/apis/core/install"
	_ "k8s.io/kubernetes/pkg/apis/networking/install"
	_ "k8s.io/kubernetes/pkg/apis/rbac/install"
	_ "k8s.io/kubernetes/pkg/apis/scheduling/install"
	_ "k8s.io/kubernetes/pkg/apis/storage/install"

	"k8s.io/kubernetes/pkg/registry/apps/daemonset"
	"k8s.io/kubernetes/pkg/registry/apps/deployment"
	"k8s.io/kubernetes/pkg/registry/apps/statefulset"
	"k8s.io/kubernetes/pkg/registry/batch/cronjob"
	"k8s.io/kubernetes/pkg/registry/batch/job"
	"k8s.io/kubernetes/pkg/registry/core/configmap"
	"k8s.io/kubernetes/pkg/registry/core/limitrange"
	"k8s.io/kubernetes/pkg/registry/core/namespace"
	"k8s.io/kubernetes/pkg/registry/core/pod"
	"k8s.io/kubernetes/pkg/registry/core/resourcequota"
	"k8s.io/kubernetes/pkg/registry/core/secret"
	"k8s.io/kubernetes/pkg/registry/core/service"
	"k8s.io/kubernetes/pkg/registry/core/serviceaccount"
	"k8s.io/kubernetes/pkg/registry/networking/ingressclass"
	"k8s.io/kubernetes/pkg/registry/networking/networkpolicy"
	"k8s.io/kubernetes/pkg/registry/rbac/clusterrole"
	"k8s.io/kubernetes/pkg/registry/rbac/clusterrolebinding"
	"k8s.io/kubernetes/pkg/registry/rbac/role"
	"k8s.io/kubernetes/pkg/registry/rbac/rolebinding"
	"k8s.io/kubernetes/pkg/registry/scheduling/priorityclass"
	"k8s.io/kubernetes/pkg/registry/storage/csidriver"
)

// kind is one that the judge knows; the resource is its name in a URL.
type kind struct {
	schema.GroupVersionKind
	resource string
	strategy rest.RESTCreateUpdateStrategy
}

// own are the kinds that the library makes: the table to add a line to (and the install package above, for a new
// group). Their fields are listed.
var own = []kind{
	{appsv1.SchemeGroupVersion.WithKind("DaemonSet"), "daemonsets", daemonset.Strategy},
	{corev1.SchemeGroupVersion.WithKind("ConfigMap"), "configmaps", configmap.Strategy},
	{corev1.SchemeGroupVersion.WithKind("Service"), "services", service.Strategy},
	{corev1.SchemeGroupVersion.WithKind("ServiceAccount"), "serviceaccounts", serviceaccount.Strategy},
	{rbacv1.SchemeGroupVersion.WithKind("Role"), "roles", role.Strategy},
	{rbacv1.SchemeGroupVersion.WithKind("ClusterRole"), "clusterroles", clusterrole.Strategy},
	{rbacv1.SchemeGroupVersion.WithKind("RoleBinding"), "rolebindings", rolebinding.Strategy},
	{rbacv1.SchemeGroupVersion.WithKind("ClusterRoleBinding"), "clusterrolebindings", clusterrolebinding.Strategy},
	{corev1.SchemeGroupVersion.WithKind("Namespace"), "namespaces", namespace.Strategy},
	{networkingv1.SchemeGroupVersion.WithKind("NetworkPolicy"), "networkpolicies", networkpolicy.Strategy},
	{corev1.SchemeGroupVersion.WithKind("ResourceQuota"), "resourcequotas", resourcequota.Strategy},
	{storagev1.SchemeGroupVersion.WithKind("CSIDriver"), "csidrivers", csidriver.Strategy},
}

// others are kinds that stand beside daemons.
var others = []kind{
	{appsv1.SchemeGroupVersion.WithKind("Deployment"), "deployments", deployment.Strategy},
	{appsv1.SchemeGroupVersion.WithKind("StatefulSet"), "statefulsets", statefulset.Strategy},
	{batchv1.SchemeGroupVersion.WithKind("Job"), "jobs", job.Strategy},
	{batchv1.SchemeGroupVersion.WithKind("CronJob"), "cronjobs", cronjob.Strategy},
	{corev1.SchemeGroupVersion.WithKind("Pod"), "pods", pod.Strategy},
	{corev1.SchemeGroupVersion.WithKind("Secret"), "secrets", secret.Strategy},
	{corev1.SchemeGroupVersion.WithKind("LimitRange"), "limitranges", limitrange.Strategy},
	{networkingv1.SchemeGroupVersion.WithKind("IngressClass"), "ingressclasses", ingressclass.Strategy},
	{schedulingv1.SchemeGroupVersion.WithKind("PriorityClass"), "priorityclasses", priorityclass.Strategy},
}

func kindOf(gvk schema.GroupVersionKind) (kind, bool) {
	for _, k := range slices.Concat(own, others) {
		if k.GroupVersionKind == gvk {
			return k, true
		}
	}
	return kind{}, false
}
