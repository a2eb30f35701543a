package main

import (
	appsv1 "k8s.io/api/apps/v1"
	corev1 "k8s.io/api/core/v1"
	networkingv1 "k8s.io/api/networking/v1"
	rbacv1 "k8s.io/api/rbac/v1"
	storagev1 "k8s.io/api/storage/v1"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apiserver/pkg/registry/rest"

	_ "k8s.io/kubernetes/pkg/apis/apps/install"
	_ "k8s.io/kubernetes/pkg/apis/core/install"
	_ "k8s.io/kubernetes/pkg/apis/networking/install"
	_ "k8s.io/kubernetes/pkg/apis/rbac/install"
	_ "k8s.io/kubernetes/pkg/apis/storage/install"

	"k8s.io/kubernetes/pkg/registry/apps/daemonset"
	"k8s.io/kubernetes/pkg/registry/core/configmap"
	"k8s.io/kubernetes/pkg/registry/core/namespace"
	"k8s.io/kubernetes/pkg/registry/core/resourcequota"
	"k8s.io/kubernetes/pkg/registry/core/service"
	"k8s.io/kubernetes/pkg/registry/core/serviceaccount"
	"k8s.io/kubernetes/pkg/registry/networking/networkpolicy"
	"k8s.io/kubernetes/pkg/registry/rbac/clusterrole"
	"k8s.io/kubernetes/pkg/registry/rbac/clusterrolebinding"
	"k8s.io/kubernetes/pkg/registry/rbac/role"
	"k8s.io/kubernetes/pkg/registry/rbac/rolebinding"
	"k8s.io/kubernetes/pkg/registry/storage/csidriver"
)

// kind is one that the judge knows; the resource is its name in a URL.
type kind struct {
	schema.GroupVersionKind
	resource string
	strategy rest.RESTCreateUpdateStrategy
}

// kinds is the one table to add a line to (and the install package above, for a new group).
var kinds = []kind{
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

func kindOf(gvk schema.GroupVersionKind) (kind, bool) {
	for _, k := range kinds {
		if k.GroupVersionKind == gvk {
			return k, true
		}
	}
	return kind{}, false
}
